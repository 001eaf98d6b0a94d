"""The addresses of the directory of units."""

from django.urls import path

from dongvon.interfaces.web.administration.units import acts, change_pages, pages

app_name = "units"
urlpatterns = [
    path("", pages.index, name="index"),
    path("thanh-lap/", change_pages.founding, name="founding"),
    path("thanh-lap/ghi/", acts.found_one, name="found"),
    path("sap-nhap/", change_pages.merging, name="merging"),
    path("sap-nhap/ghi/", acts.merge_some, name="merge"),
    path("<slug:code>/", pages.unit, name="unit"),
    path("<slug:code>/thay-doi/", change_pages.change, name="change"),
    path("<slug:code>/doi-ten/", acts.rename_one, name="rename"),
    path("<slug:code>/doi-loai-hinh/", acts.reclassify_one, name="reclassify"),
    path("<slug:code>/quan-he/", acts.join_one, name="join"),
    path("<slug:code>/quan-he/<uuid:edge>/cham-dut/", acts.part_one, name="part"),
    path("<slug:code>/giai-the/", acts.dissolve_one, name="dissolve"),
]
