# language: zh-CN
功能: 几名B角，或者另有C角，按次序代行
  没有这样的规则，几名B角都在时不先定谁。

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
      A角：林知秋　B角：方既白
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
        id = "backup_order"
        kind = "backup_order"
        from = 2021-03-01
        then = "backups_backup"
        [rule.source]
        document = "澜河市政府领导AB角工作办法"
        date = 2021-03-01
        clause = "第四条：B角也不在的，由B角的B角即C角代行"
        """

  场景: B角在，由B角代行
    假如 沈望川于2021-03-02外出
    当 问2021-03-02谁管“商务”
    那么 情形是“代行”
    而且 应找“林知秋”

  场景: B角也外出，由C角代行
    假如 沈望川、林知秋于2021-03-02外出
    当 问2021-03-02谁管“商务”
    那么 情形是“代行”
    而且 应找“方既白”
    而且 依据澜河市政府领导AB角工作办法（2021-03-01）：“即C角代行”

  场景: C角也外出，没有人可以代行
    假如 沈望川、林知秋、方既白于2021-03-02外出
    当 问2021-03-02谁管“商务”
    那么 情形是“未作规定”
    而且 没有指定任何人
