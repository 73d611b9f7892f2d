# language: zh-CN
功能: A角返岗，代行的人要通报
  答复里写明向谁通报、几天之内。

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
        id = "report_back"
        kind = "report_back"
        from = 2024-06-01
        within_days = 2
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第十五条：返岗后两天内通报并交还"
        """

  场景: B角代行的，写明
    假如 蓝启程于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“代行”
    而且 应找“简书宁”
    而且 说明“2天内，代行的人向A角通报”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“第十五条”

  场景: 没有人代行的，与此无关
    假如 蓝启程、简书宁于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“未规定AB角都不在”
