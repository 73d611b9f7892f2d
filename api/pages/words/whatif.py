"""Words of suppositions."""

from __future__ import annotations

from registry.model.answers import Words

WORDS = {
    "rest_present": Words("没有列出的日子都在岗。", "On days not listed they are present."),
    "whatif_title": Words("假如有人不在", "What if somebody were away"),
    "whatif_lead": Words(
        "在表上拖过几天，或用下面的表单，看谁的事会由谁代、哪里会空出来。什么都不会记录。",
        "Drag over some days in the table, or use the form, and see who would act and what would"
        " be left open. Nothing is recorded.",
    ),
    "suppose": Words("假设", "Suppose"),
    "supposed_now": Words("现在的假设", "Supposed now"),
    "nothing_supposed": Words("还没有假设", "Nothing is supposed yet"),
    "drop_label": Words("去掉{person}的假设", "Remove what is supposed of {person}"),
    "kind": Words("原因", "Kind"),
    "whole_week": Words("不填日期就是整周", "Without days it is the whole week"),
    "the_week_then": Words("那样的一周", "The week then"),
    "drag_hint": Words(
        "按住拖过一位领导的几天，就假设他那几天不在；点深色的一天，就去掉那条假设。",
        "Press and drag over a leader's days to suppose that absence; press a shaded day to remove it.",
    ),
    "would_change": Words("会变的回答", "What would change"),
    "would_change_none": Words("没有回答会变", "No answer would change"),
    "of_asked": Words("共问了 {n} 项", "{n} subjects were asked"),
    "would_be_open": Words("会空出来的", "What would be open"),
    "then": Words("变为", "then"),
    "nobody_has_it": Words("没有这一项", "not there"),
}
