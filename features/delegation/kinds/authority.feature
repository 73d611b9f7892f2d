# language: zh-CN
功能: B角怎样作决定
  自行决定、按交代办、先请示，照规则写的。

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
        id = "authority"
        kind = "authority"
        from = 2024-06-01
        except_instructed = true
        major = ["consult_holder", "head"]
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第十七条：A角有交代的按交代办，紧急重大事项先征求A角意见"
        """

  场景: B角代行的，写明
    假如 蓝启程于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“代行”
    而且 应找“简书宁”
    而且 说明“A角有交代的按交代办”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“第十七条”

  场景: 没有人代行的，与此无关
    假如 蓝启程、简书宁于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“未规定AB角都不在”
