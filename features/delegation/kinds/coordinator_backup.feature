# language: zh-CN
功能: 协调人不在，由谁协调
  规则写明了接替协调的职务，才有人接替。

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
        id = "both"
        kind = "coordinator_assigns"
        from = 2024-06-01
        triggers = ["away", "travel", "ill", "leave", "training"]
        passes = ["supervises", "responsible", "also_supervises", "also_responsible", "liaises"]
        coordinator = "秘书长"
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第五条：A角、B角都不能到岗，由秘书长协调"

        [[rule]]
        id = "coordinator_backup"
        kind = "coordinator_backup"
        from = 2024-06-01
        coordinator = "秘书长"
        by_post = "市长"
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第六条：秘书长不在的，由市长协调"
        """

  场景: 秘书长也外出，由市长协调
    假如 蓝启程、简书宁、施望舒于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“待协调”
    而且 协调人是“顾远帆”
    而且 人选依次是“温若谷、姚沐川”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“由市长协调”

  场景: 市长也外出，没有人可以协调
    假如 蓝启程、简书宁、施望舒、顾远帆于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“协调人也不在”
