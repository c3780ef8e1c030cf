"""Has Exegete, which works on QualCoder's projects and writes REFI-QDA as QualCoder does, export one."""

import tempfile
from pathlib import Path


def write(folder, text, span, keep):
    from exegete import new_project
    from exegete.database import QualcoderDatabase
    from exegete.refi_export import RefiQdaExporter
    from exegete.sessions import CodingSuggestion

    with tempfile.TemporaryDirectory() as place:
        statements = new_project.creation_statements("编码员", new_project.about_line("1"), new_project.creation_date())
        database = QualcoderDatabase(str(new_project.write_project(Path(place) / "研究.qda", statements)), read_only=False)
        group = database.add_category("主体类", "编码员", memo="一类")["id"]
        unit = database.add_code("单位", "编码员", memo="谁来做", category_id=group, color="#FF0000")
        lead = database.add_code("牵头单位", "编码员", parent_code_id=unit)
        time = database.add_code("时限", "编码员")
        source = database.insert_imported_document("讲话.txt", text, "/docs/讲话.txt", "按录音整理", "编码员")["id"]
        coded = [
            CodingSuggestion(source, "讲话.txt", code, name, *span(words), words, reasoning)
            for code, name, words, reasoning in (
                (unit, "单位", "市水利局", "点名"),
                (lead, "牵头单位", "市水利局", ""),
                (time, "时限", "6月底前", ""),
            )
        ]
        path = Path(place) / "out.qdpx"
        RefiQdaExporter(database).export_to_qdpx(coded, str(path))
        database.close()
        content = path.read_bytes()
    holds = [
        ("单位", *span("市水利局"), {"": "点名"}),
        ("牵头单位", *span("市水利局"), {}),
        ("时限", *span("6月底前"), {}),
    ]
    labels = {"单位": {"description": "谁来做", "colour": "spare-6"}}
    keep("exegete.qdpx", content, holds, 0, text, labels, "按录音整理")
