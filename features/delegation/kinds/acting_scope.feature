# language: zh-CN
功能: B角代行到什么程度
  只代紧急的、只代所列的，答复里注明。

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
        id = "acting_scope"
        kind = "acting_scope"
        from = 2024-06-01
        reach = "urgent"
        not_for = ["涉密公文"]
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第三条：只代紧急事项，涉密公文除外"
        """

  场景: B角代行，限紧急事项
    假如 蓝启程于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 情形是“代行”
    而且 应找“简书宁”
    而且 注明“限紧急事项”
    而且 说明“涉密公文除外”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“只代紧急事项”

  场景: A角在岗，不限
    当 问2024-07-10谁管“商务”
    那么 情形是“在岗负责”
    而且 没有另外注明

  场景: 只代所列的几项
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
      id = "acting_scope"
      kind = "acting_scope"
      from = 2024-06-01
      reach = "activities"
      activities = ["会议", "接待"]
      [rule.source]
      document = "云陵市政府领导AB角工作办法"
      date = 2024-06-01
      clause = "第三条：代行会议、接待"
      """
    而且 蓝启程于2024-07-10外出
    当 问2024-07-10谁管“商务”
    那么 应找“简书宁”
    而且 注明“限所列事项”
    而且 说明“会议、接待”
