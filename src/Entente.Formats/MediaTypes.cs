namespace Entente.Formats;

/// <summary>IANA media types of the documents that are read.</summary>
internal static class MediaTypes
{
    public const string Text = "text/plain", Html = "text/html", Json = "application/json", Pdf = "application/pdf";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Xls = "application/vnd.ms-excel";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Ods = "application/vnd.oasis.opendocument.spreadsheet";
}
