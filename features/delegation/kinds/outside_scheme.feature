# language: zh-CN
功能: 有的职务、单位不在AB角安排之内
  不在其内的，AB角不起作用。

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
        id = "outside_scheme"
        kind = "outside_scheme"
        from = 2024-06-01
        posts = ["市公安局局长"]
        agencies = ["市教育局"]
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第十一条：市公安局局长、市教育局不列入"
        """

  场景大纲: 职务或者单位不在其内
    假如 <外出>于2024-07-10外出
    当 问2024-07-10谁管“<事项>”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“不在AB角之内”
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“不列入”

    例子:
      | 外出 | 事项 |
      | 温若谷 | 司法 |
      | 姚沐川 | 市教育局 |

  场景: 其余的照常
    假如 姚沐川于2024-07-10外出
    当 问2024-07-10谁管“卫生健康”
    那么 情形是“代行”
    而且 应找“温若谷”
    而且 没有另外注明
