# language: zh-CN
功能: A角、B角能不能同时外出
  原则上不能的，要有批准的记录。

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
        id = "both_away"
        kind = "both_away"
        from = 2024-06-01
        stance = "in_principle"
        approved_by = ["市长"]
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第九条：原则上不同时外出，确需同时外出的报市长批准"
        """

  场景: 没有批准，注明
    假如 蓝启程、简书宁于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“待协调”
    而且 注明“同时外出未经批准”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“报市长批准”

  场景: 市长批准了，不再注明
    假如 蓝启程、简书宁于2024-07-10外出
    而且 顾远帆批准简书宁2024-07-10外出，理由是“省里会议”
    当 问2024-07-10谁管“商务”
    那么 情形是“待协调”
    而且 没有另外注明
    而且 说明“省里会议”

  场景: 别人批准的，不算
    假如 蓝启程、简书宁于2024-07-10外出
    而且 施望舒批准简书宁2024-07-10外出，理由是“省里会议”
    当 问2024-07-10谁管“商务”
    那么 注明“同时外出未经批准”

  场景: 规则一律不许的，批准也不算
    假如 规则文件“yunling.toml”写明
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
      id = "both_away"
      kind = "both_away"
      from = 2024-06-01
      stance = "forbidden"
      [rule.source]
      document = "云陵市政府领导AB角工作办法"
      date = 2024-06-01
      clause = "第九条：不得同时外出"
      """
    而且 蓝启程、简书宁于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 依次注明“未规定AB角都不在、不得同时外出”
