"""The addresses at which people enter: by hand, by pasting, from sheets."""

from django.urls import path

from giaoluu.web.views import entry, paste, sheets

pages = [
    path("enter", entry.entry_list, name="entries"),
    path("enter/date", entry.understood, name="understood"),
    path("enter/new/<slug:sort>", entry.new_entry, name="new_entry"),
    path("enter/<slug:entry_id>", entry.edit_entry, name="edit_entry"),
    path("enter/<slug:entry_id>/withdraw", entry.withdraw_entry, name="withdraw_entry"),
    path("enter/<slug:entry_id>/files", entry.add_file, name="add_file"),
    path("enter/<slug:entry_id>/files/<int:number>", entry.entry_file, name="entry_file"),
    path("enter/<slug:entry_id>/files/<int:number>/remove", entry.drop_file, name="drop_file"),
    path("paste", paste.paste, name="paste"),
    path("paste/look", paste.look, name="look"),
    path("paste/<int:number>/undo", paste.undo_paste, name="undo_paste"),
    path("sheets", sheets.sheet_list, name="sheets"),
    path("sheets/imports/<int:number>", sheets.sheet_import, name="sheet_import"),
    path("sheets/imports/<int:number>/undo", sheets.take_back_sheet, name="take_back_sheet"),
    path("sheets/layouts/<int:number>.<slug:ending>", sheets.export_sheet, name="export_sheet"),
    path("sheets/templates/<slug:name>", sheets.sheet_template, name="sheet_template"),
    path("sheets/<slug:digest>", sheets.sheet_page, name="sheet"),
]
