# language: zh-CN
功能: 离岗之前要交接
  交接了、B角接受了，要有记录；来不及的，B角也要主动顶岗。

  背景:
    假如 已收录示例城市云陵市的公文
    而且 规则文件“yunling.toml”写明
        """
        government = "云陵市人民政府"

        [[rule]]
        id = "acts"
        kind = "backup_acts"
        from = 2024-06-01
        triggers = ["away", "travel", "ill", "leave", "training"]
        passes = ["supervises", "responsible", "also_supervises", "also_responsible", "liaises"]
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第二条：A角不能到岗，由B角代行"

        [[rule]]
        id = "hand_over"
        kind = "hand_over"
        from = 2024-06-01
        accepted = true
        unasked = true
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第十四条：离岗前交接，来不及的由B角主动顶岗"
        """

  场景: 没有交接，B角仍代行
    假如 蓝启程于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“代行”
    而且 应找“简书宁”
    而且 依次注明“没有交接、B角没有接受”
    而且 说明“B角仍应主动顶岗”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“主动顶岗”

  场景: 交接了，B角还没有接受
    假如 蓝启程于2024-07-10外出
    而且 2024-07-09已为蓝启程2024-07-10至2024-07-10的缺席交接工作
    当 问2024-07-10谁管“商务”
    那么 注明“B角没有接受”

  场景: B角接受了
    假如 蓝启程于2024-07-10外出
    而且 2024-07-09已为蓝启程2024-07-10至2024-07-10的缺席交接工作
    而且 2024-07-09已为蓝启程2024-07-10至2024-07-10的缺席接受交接
    当 问2024-07-10谁管“商务”
    那么 没有另外注明
