namespace Entente.Edtf.English;

internal static class EnglishText
{
    public static string Of(EdtfValue value) => value.ToString();
}
