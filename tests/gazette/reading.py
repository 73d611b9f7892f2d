"""The gazette read by a person: how many facts of each kind each document states.

The numbers were counted on the text itself, document by document, before and apart from
any parser; they are the independent check on it.
"""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
GAZETTE = REPOSITORY.parent / "shared" / "seeds" / "jingdezhen-gazette-2019.txt"
CARRIED = REPOSITORY / "data" / "jingdezhen-2019"

KINDS = frozenset(
    "document post responsible assists also_responsible supervises assists_supervising "
    "also_supervises liaises assists_liaising ab_pair backup appointed concurrently_appointed "
    "removed retired post_abolished group subgroup member member_org member_role office "
    "office_director task duty indicator meeting contact".split()
)
"""The kinds that the data carries: all but ``unparsed``."""

COUNTS: dict[str, dict[str, int]] = {
    "景府办字〔2019〕50号": {
        "document": 1,
        "indicator": 21,  # annex 7 alone is about agencies: 5+5+1+3+7
    },
    "景府办字〔2019〕54号": {
        "document": 1,
        "group": 2,  # one set up, one mentioned through its office
    },
    "景府办字〔2019〕56号": {
        "document": 1,
        "group": 1,
        "subgroup": 1,
        "member": 9,  # 1 head, 6 deputies; the secretariat's 2 officers
        "member_org": 19,  # 16 agencies and, after 和, 3 local governments and zones
        "office": 1,
    },
    "景府办字〔2019〕58号": {
        "document": 1,
        "group": 1,
        "subgroup": 6,  # 3 in the body, the same 3 in the annex
        "member": 35,  # body: 3, and 3 heads of sub-groups; annex: 3, and 26 members
        "member_role": 1,
        "office": 4,  # 3 in the body, 1 in the annex
        "duty": 22,  # 17 headings, three of which name 3, 3 and 2 agencies
        "contact": 1,
    },
    "景府办字〔2019〕61号": {
        "document": 1,
        "group": 1,
        "task": 35,  # 16 under 三: 2+1+4+3+2+2+2; 19 under 四: 4+3+2+4+3+3
    },
    "景府办字〔2019〕62号": {
        "document": 1,
        "group": 2,  # one set up, one that an agency is to set up
        "member": 11,  # 1 head, 3 deputies, 7 members
        "member_org": 8,
        "member_role": 1,
        "office": 1,
        "office_director": 1,
        "duty": 15,  # 4+3+2+1+2+1+1+1
    },
    "景府办字〔2019〕63号": {"document": 1, "contact": 1},
    "景府字〔2019〕30号": {
        "document": 1,
        "appointed": 5,
        "concurrently_appointed": 1,
        "removed": 2,
        "retired": 1,
        "post_abolished": 2,
    },
    "景府字〔2019〕33号": {
        "document": 1,
        "post": 19,  # 10 leaders: 9 with two titles, one with one
        "responsible": 60,  # 1+17+5+3+4+4+6+11+8+1
        "assists": 5,
        "also_responsible": 1,
        "supervises": 56,  # 1+15+4+2+4+3+6+11+7+3
        "assists_supervising": 4,
        "also_supervises": 2,
        "liaises": 74,  # 0+13+2+1+10+8+6+28+2+4
        "assists_liaising": 1,
        "ab_pair": 4,
    },
    "市政府召开第54次常务会议": {"document": 1, "meeting": 1},
    "市政府召开第55次常务会议": {"document": 1, "meeting": 1},
}
