using Entente.Edtf;

namespace Entente.Tests.Edtf;

internal static class EdtfText
{
    public static EdtfValue Valid(string text)
    {
        var parse = EdtfValue.Parse(text);
        parse.Value.ShouldNotBeNull($"{text}: {parse.Reason} at {parse.Position}");
        parse.Reason.ShouldBeNull();
        return parse.Value;
    }

    public static EdtfDate Date(string text)
    {
        EdtfDate.TryParse(text, out var date).ShouldBeTrue(text);
        return date.ShouldNotBeNull();
    }
}
