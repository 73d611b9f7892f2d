# language: zh-CN
功能: 分工调整了，AB角要重新安排
  还没有重新安排的，B角仍代行，注明。

  背景:
    假如 收到一份公文
      """
      澜河市人民政府办公室关于市政府领导AB角安排的通知
      澜府办字〔2021〕1号

      各县（市、区）人民政府：
      现将市政府领导AB角安排通知如下：
      沈望川同志与林知秋同志互为AB角。
      澜河市人民政府办公室
      2021年1月4日
      """
    而且 收到一份公文
      """
      澜河市人民政府关于市政府领导分工的通知
      澜府字〔2021〕5号

      各县（市、区）人民政府：
      现将市政府领导分工通知如下：
      陆行舟：市长
      主持市政府全面工作。
      沈望川：副市长
      负责商务等方面工作。
      林知秋：副市长
      负责教育等方面工作。
      方既白：副市长
      负责农业等方面工作。
      
      澜河市人民政府
      2021年3月1日
      """
    而且 规则文件“lanhe.toml”写明
        """
        government = "澜河市人民政府"

        [[rule]]
        id = "acts"
        kind = "backup_acts"
        from = 2021-03-01
        triggers = ["away", "travel", "ill", "leave", "training"]
        passes = ["supervises", "responsible", "also_supervises", "also_responsible", "liaises"]
        [rule.source]
        document = "澜河市政府领导AB角工作办法"
        date = 2021-03-01
        clause = "第二条：A角不能到岗，由B角代行"

        [[rule]]
        id = "re_pair"
        kind = "re_pair"
        from = 2021-03-01
        within_days = 10
        filed_with = "市委组织部"
        [rule.source]
        document = "澜河市政府领导AB角工作办法"
        date = 2021-03-01
        clause = "第二十条：分工调整后十天内重新安排，报市委组织部备案"
        """

  场景: AB角早于现行的分工
    假如 沈望川于2021-03-02外出
    当 问2021-03-02谁管“商务”
    那么 情形是“代行”
    而且 应找“林知秋”
    而且 注明“AB角早于分工”
    而且 依据澜河市政府领导AB角工作办法（2021-03-01）：“十天内重新安排”
