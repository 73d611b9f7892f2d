"""The wheel, built from the sdist and installed away from the checkout, answers a question.

Only this tells the truth about packaging: in an editable install the checkout itself is on the
path, so that a file forgotten in the wheel is still found.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import msgspec
import pytest

ROOT = Path(__file__).resolve().parents[1]
SCENARIO = """# language: zh-CN
功能: 本市的AB角

  场景: 外出由B角代行
    假如 卓远航于2022-04-06外出
    当 问2022-04-06谁管“商务”
    那么 情形是“代行”
    而且 应找“温知秋”
"""
NOTICE = """岚溪市人民政府办公室关于市政府领导分工的通知
岚政办发〔2022〕14号

各县（市、区）人民政府，市政府各部门：
    卓远航：副市长
    负责商务等方面工作。
    温知秋：副市长
    负责教育等方面工作。
    卓远航同志与温知秋同志互为AB角。A角外出的，由B角代行职责。

岚溪市人民政府办公室
2022年3月8日
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without this process's Python paths; give what it printed, or fail."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from it, with the pinned hatchling and no download."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


def test_the_sdist_brings_both_readmes(wheel: Path) -> None:
    (sdist,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "README.zh-CN.md", "LICENSE", "CHANGELOG.md"} <= names


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own; give that environment's folder.

    The dependencies are lent by this environment through a .pth file, so that the test needs no
    network. A path so lent is searched last, and the .pth files inside it are not read: the
    editable install, itself such a file, stays out, as --system-site-packages would not assure.
    """
    folder = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    purelib = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    )
    lent = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    Path(purelib.strip(), "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    return folder


def test_the_wheel_brings_two_packages_and_nothing_else(wheel: Path) -> None:
    names = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    info = {name for name in names if name.endswith(".dist-info")}
    assert len(info) == 1
    assert names - info == {"registry", "api"}


@pytest.mark.parametrize("folder", ["rules", "data"])
def test_rules_and_data_travel_inside(wheel: Path, folder: str) -> None:
    here = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    prefix = "registry/_shipped/"
    inside = {name.removeprefix(prefix) for name in zipfile.ZipFile(wheel).namelist()}
    assert {Path(name).suffix for name in here} & {".toml", ".json", ".txt"}
    assert here <= inside


@pytest.mark.parametrize("folder", ["api/templates", "api/static"])
def test_pages_travel_with_their_templates_and_files(wheel: Path, folder: str) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).iterdir()}
    assert here
    assert here <= set(zipfile.ZipFile(wheel).namelist())


def test_the_installed_code_and_its_files_are_the_wheels(fresh: Path) -> None:
    code = "import registry.shipped as s; print(s.__file__, s.shipped('rules'), sep='\\n')"
    places = run(fresh / "bin" / "python", "-c", code, cwd=fresh).splitlines()
    assert len(places) == 2
    assert all(Path(place).is_relative_to(fresh) for place in places), places


def test_the_installed_command_answers(fresh: Path) -> None:
    command = (fresh / "bin" / "registry", "who", "商务", "--on", "2019-09-02", "--format", "json")
    answer = msgspec.json.decode(run(*command, cwd=fresh))
    (segment,) = answer["segments"]
    assert (segment["status"], segment["acting"]) == ("in_charge", ["张良华"])


def test_the_installed_command_runs_an_offices_scenarios(fresh: Path, tmp_path: Path) -> None:
    """The steps and pytest-bdd are there, without the checkout and without tests of its own."""
    (tmp_path / "office.feature").write_text(SCENARIO, encoding="utf-8")
    notice, rules = tmp_path / "notice.txt", tmp_path / "office.toml"
    notice.write_text(NOTICE, encoding="utf-8")
    run(fresh / "bin" / "registry", "rules", "read", notice, "-o", rules, cwd=tmp_path)
    command = (fresh / "bin" / "registry", "features", tmp_path, "--rules", rules)
    printed = run(*command, "--source", notice, cwd=tmp_path)
    assert printed.startswith("通过  office.feature  外出由B角代行\n")
    assert printed.endswith("1 个场景通过，0 个未通过\n")


def test_what_the_scenarios_need_is_asked_for_by_the_wheel(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
    lines = archive.read(metadata).decode().splitlines()
    assert any(re.match(r"Requires-Dist: pytest-bdd\b[^;]*$", line) for line in lines)
