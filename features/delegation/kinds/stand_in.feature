# language: zh-CN
功能: 正职不在，由写明的职务代行
  不需要AB角。依法代理空缺的正职是另一回事。

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
        id = "stand_in"
        kind = "stand_in"
        from = 2024-06-01
        triggers = ["away", "travel", "ill", "leave", "training"]
        passes = ["supervises", "responsible", "also_supervises", "also_responsible", "liaises"]
        for_post = "市长"
        by_post = "常务副市长"
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第七条：市长外出，由常务副市长主持工作"
        """

  场景: 市长外出，常务副市长代行
    假如 顾远帆于2024-07-10外出
    当 问2024-07-10谁管“市政府全面工作”
    那么 情形是“代行”
    而且 应找“简书宁”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“由常务副市长主持工作”

  场景: 常务副市长也外出，未作规定
    假如 顾远帆、简书宁于2024-07-10外出
    当 问2024-07-10谁管“市政府全面工作”
    那么 情形是“未作规定”
    而且 没有指定任何人
