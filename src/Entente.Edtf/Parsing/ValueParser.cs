namespace Entente.Edtf.Parsing;

internal static class ValueParser
{
    public static EdtfParse Parse(string text)
    {
        if (text.Length == 0)
            return new EdtfParse(EdtfReason.Empty, 0);
        Fault fault;
        EdtfValue? value;
        if (text[0] is '[' or '{')
            value = SetParser.Parse(text, out fault);
        else if (text.Contains('/'))
            value = IntervalParser.Parse(text, out fault);
        else
            value = DateParser.Parse(text, 0, text.Length, out fault);
        return value is null ? new EdtfParse(fault.Reason, fault.Position) : new EdtfParse(value);
    }
}
