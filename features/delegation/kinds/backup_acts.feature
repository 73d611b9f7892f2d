# language: zh-CN
功能: A角不能到岗，由B角代行
  哪些缺席、哪些工作、由谁协调，都照规则写的。

  背景:
    假如 已收录示例城市云陵市的公文
    而且 规则文件“yunling.toml”写明
        """
        government = "云陵市人民政府"

        [[rule]]
        id = "backup_acts"
        kind = "backup_acts"
        from = 2024-06-01
        triggers = ["away", "travel", "meeting"]
        passes = ["supervises", "responsible", "also_supervises", "also_responsible", "liaises"]
        coordinator = "秘书长"
        [rule.source]
        document = "云陵市政府领导AB角工作办法"
        date = 2024-06-01
        clause = "第二条：A角外出或开会，由B角代行，秘书长协调"
        """

  场景大纲: 规则写明的缺席，由B角代行，秘书长协调
    假如 蓝启程于2024-07-10<缘由>
    当 问2024-07-10谁管“商务”
    那么 情形是“代行”
    而且 应找“简书宁”
    而且 协调人是“施望舒”
    而且 没有另外注明
    而且 依据云陵市政府领导AB角工作办法（2024-06-01）：“秘书长协调”

    例子:
      | 缘由 |
      | 外出 |
      | 出差 |
      | 开会 |

  场景大纲: 规则没有写的缺席，未作规定
    假如 蓝启程于2024-07-10<缘由>
    当 问2024-07-10谁管“商务”
    那么 情形是“未作规定”
    而且 没有指定任何人
    而且 注明“规则未说这种缺席”

    例子:
      | 缘由 |
      | 休假 |
      | 接待 |
      | 工作繁忙 |
      | 工作冲突 |
