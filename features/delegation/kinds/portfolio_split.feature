# language: zh-CN
功能: 一人的分工由几人分别代管
  按事项分到写明的职务，其余归另一名B角。

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
        id = "portfolio_split"
        kind = "portfolio_split"
        from = 2024-06-01
        triggers = ["away"]
        for_post = "常务副市长"
        shares = [{ matters = ["财政", "金融"], by_post = "市长" }]
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第八条：常务副市长外出，财政、金融由市长代管，其余由B角代管"
        """

  场景大纲: 写明的事项归写明的职务，其余归B角
    假如 简书宁于2024-07-10外出
    当 问2024-07-10谁管“<事项>”
    那么 情形是“代行”
    而且 应找“<代管>”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“由市长代管”

    例子:
      | 事项 | 代管 |
      | 财政 | 顾远帆 |
      | 金融 | 顾远帆 |
      | 市财政局 | 顾远帆 |
      | 统计 | 蓝启程 |

  场景: 问整份分工，要按事项分别问
    假如 简书宁于2024-07-10外出
    当 问2024-07-10谁管“简书宁”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“由几人分别代管”
    而且 人选依次是“顾远帆、蓝启程”

  场景: 代管的人也不在
    假如 简书宁、顾远帆于2024-07-10外出
    当 问2024-07-10谁管“财政”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“代管的人不在”
