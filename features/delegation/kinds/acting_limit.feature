# language: zh-CN
功能: B角代行有期限
  期限以内由B角代行，期满由写明的职务决定。

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
        id = "acting_limit"
        kind = "acting_limit"
        from = 2024-06-01
        max_days = 3
        then_by = "市长"
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第十二条：代行一次不超过三天，超过的由市长决定"
        """

  场景: 三天以内由B角代行，第四天起待市长决定
    假如 蓝启程于2024-07-08至2024-07-12外出
    当 问2024-07-08至2024-07-12谁管“商务”
    那么 答复分段是
      | 自         | 至         | 情形   | 应找   |
      | 2024-07-08 | 2024-07-10 | 代行   | 简书宁 |
      | 2024-07-11 | 2024-07-12 | 待协调 | 无     |

  场景: 注明超过期限
    假如 蓝启程于2024-07-08至2024-07-12外出
    当 问2024-07-11谁管“商务”
    那么 注明“超过期限”
    而且 协调人是“顾远帆”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“超过的由市长决定”
