# language: zh-CN
功能: A角、B角都不能到岗，由协调人安排
  协调人没有决定以前，谁也不先定。

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
        """

  场景: 待秘书长协调，列出人选
    假如 蓝启程、简书宁于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“待协调”
    而且 没有指定任何人
    而且 协调人是“施望舒”
    而且 人选依次是“顾远帆、温若谷、姚沐川”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“由秘书长协调”

  场景: 秘书长定了人，才算指定
    假如 施望舒决定2024-07-10由姚沐川代蓝启程，理由是“当面交代”
    而且 蓝启程、简书宁于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“已指定”
    而且 应找“姚沐川”
