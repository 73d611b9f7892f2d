# language: zh-CN
功能: AB角是相互的，还是单向的
  通知只列A角、B角两栏的，是否反过来也算，看规则怎么写。

  背景:
    假如 收到一份公文
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
      A角：沈望川　B角：林知秋
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
        id = "pair_direction"
        kind = "pair_direction"
        from = 2021-03-01
        direction = "mutual"
        [rule.source]
        document = "澜河市政府领导AB角工作办法"
        date = 2021-03-01
        clause = "第一条：各为本人工作的A角、对方工作的B角"
        """

  场景: A角外出，B角代行
    假如 沈望川于2021-03-02外出
    当 问2021-03-02谁管“商务”
    那么 情形是“代行”
    而且 应找“林知秋”

  场景: B角外出，A角也代他
    假如 林知秋于2021-03-02外出
    当 问2021-03-02谁管“教育”
    那么 情形是“代行”
    而且 应找“沈望川”
    而且 依据澜河市政府领导AB角工作办法（2021-03-01）：“对方工作的B角”
