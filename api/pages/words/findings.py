"""Words of findings and rules."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "findings_title": Words("公文留下的空缺与矛盾", "What the notices leave open or contradict"),
    "findings_none": Words("没有发现", "Nothing was found"),
    "all_findings": Words("全部", "all"),
    "severity": Words("轻重", "Severity"),
    "rules_title": Words("谁来代行，按哪条规则", "Who acts, and by which rule"),
    "rules_lead": Words(
        "每条规则写成一句话，旁边是它的出处。规则写在 rules/ 里，一地一个文件。",
        "Each rule as a sentence, with its source beside. Rules are kept in rules/, one file a place.",
    ),
    "rules_none": Words(
        "这个政府没有规则文件：只按公文中AB角条款的字面办。",
        "This government has no rule file: its AB clauses count in their plain meaning, no more.",
    ),
    "law": Words("全国法律", "The law of the country"),
    "rule_sentence": Words("规则", "Rule"),
    "rule_source": Words("出处", "Source"),
    "rule_over": Words("已失效", "no longer in force"),
}
