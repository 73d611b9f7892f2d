# language: zh-CN
功能: 有的事项不由B角代行
  写明转给谁的，找写明的人；没有写明的，未作规定。

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
        id = "police"
        kind = "matters_excluded"
        from = 2024-06-01
        matters = ["公安"]
        goes_to = "市长"
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第十条：公安工作不由B角代行，报市长"

        [[rule]]
        id = "petitions"
        kind = "matters_excluded"
        from = 2024-06-01
        matters = ["信访"]
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第十条：信访工作不由B角代行"
        """

  场景大纲: 转由市长办理
    假如 温若谷于2024-07-10外出
    当 问2024-07-10谁管“<事项>”
    那么 情形是“代行”
    而且 应找“顾远帆”
    而且 注明“不由B角代行”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“报市长”

    例子:
      | 事项 |
      | 公安 |
      | 市公安局 |

  场景: 没有写明转给谁
    假如 温若谷于2024-07-10外出
    当 问2024-07-10谁管“市信访局”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“不由B角代行”

  场景: 别的事项仍由B角代行
    假如 温若谷于2024-07-10外出
    当 问2024-07-10谁管“司法”
    那么 情形是“代行”
    而且 应找“姚沐川”
    而且 没有另外注明

  场景: 问整份分工，注明有的不由B角代行
    假如 温若谷于2024-07-10外出
    当 问2024-07-10谁管“温若谷”
    那么 情形是“代行”
    而且 应找“姚沐川”
    而且 注明“部分事项不由B角代行”
