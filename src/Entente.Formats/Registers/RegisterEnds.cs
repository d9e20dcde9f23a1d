using Entente.Core;
using Entente.Edtf;

namespace Entente.Formats.Registers;

/// <summary>The end of one line. It is taken as the columns say it where it still follows from the others; else somebody has changed one of them.</summary>
internal sealed class RegisterEnds(RegisterRow row, IReadOnlyList<Event> events, Term term, CountingRule counting)
{
    private readonly IReadOnlyList<Place> places = row.Places("ends_basis", "ends_on", "ends_latest", "ends_candidates", "ends_why", "ends_as_printed");

    public Ends Ends()
    {
        var (on, text) = (row.Value("ends_on"), row.Text("ends_as_printed"));
        var why = row.Code<NoEnd>("ends_why") ?? NoEnd.EmptyCell;
        var follows = Ending.Of(events, term, [], counting, why);
        if (row.Code<EndsBasis>("ends_basis") is { } basis && IsAsWritten(basis, on ?? (text is null ? null : row.ValueIn(text)), follows))
            return Agreed(AsWritten(basis, on, text, why));
        var printed = on as EdtfDate ?? (text is null ? null : row.ValueIn(text) as EdtfDate);
        if (printed is null)
            return follows with { Text = text, Places = places };
        var ends = Ending.Of(events, term, [new PrintedEnd(printed, text ?? row.Text("ends_on")!)], counting, why) with { Places = places };
        if (ends.Basis == EndsBasis.Conflict)
            row.Disagree("ends_on", row.Text("length") is null ? "events" : "length");
        return ends;
    }

    /// <param name="on">What is said to be the end, in whichever column.</param>
    private static bool IsAsWritten(EndsBasis basis, EdtfValue? on, Ends follows) => basis switch
    {
        EndsBasis.Computed => on is not null && on.Equals(follows.On),
        EndsBasis.Open or EndsBasis.Unstated => on is null && follows.On is null,
        _ => on is not null,
    };

    private Ends AsWritten(EndsBasis basis, EdtfValue? on, string? text, NoEnd why) => new(basis)
    {
        On = on,
        Latest = row.Value("ends_latest"),
        Candidates = basis == EndsBasis.Conflict ? row.Values("ends_candidates") : [],
        Why = basis == EndsBasis.Unstated ? why : null,
        Text = text,
        Places = places,
    };

    /// <summary>The printed end may be coarser than the day that was made of it, but not another one.</summary>
    private Ends Agreed(Ends ends)
    {
        if (ends is { On: { } on, Text: { } text, Candidates.Count: 0 } && row.ValueIn(text) is { } printed && printed.Overlaps(on) == Answer.No)
            row.Disagree("ends_on", "ends_as_printed");
        return ends;
    }
}
