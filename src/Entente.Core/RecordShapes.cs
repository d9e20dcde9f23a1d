using Entente.Core.Reading;

namespace Entente.Core;

/// <summary>What a person says of rows: two records are one, or one is several. Nothing that was printed is lost: a joined record has the texts and places of both,
/// and parts of one have the row that they come from.</summary>
public static class RecordShapes
{
    /// <summary>A record that has one of each is there twice, to be corrected.</summary>
    public const string Twice = "twice";

    /// <summary>The record as parts, one for each partner, else for each kind, else for each act that opens a period; where it has one of each, twice the same, to be
    /// corrected. The first part keeps its order, the others come behind all records. What was found is found about each part of which it is still true.</summary>
    /// <param name="step">As of <see cref="RecordShape"/>.</param>
    /// <param name="said">What somebody typed over the record, and is parted then; null: nothing.</param>
    /// <param name="by">The field by which it was split when somebody said so; null: by the first of these.</param>
    public static SourceReading Split(SourceReading reading, Draft draft, CountingRule counting, int step = 0, Correction? said = null, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(draft);
        var (field, parts) = Parts(said?.Facts ?? draft.Facts, counting, by);
        // What was read is parted alike where it can be: else each part is of the whole row.
        var read = said is not null && Parts(draft.Facts, counting, by) is var own && own.By == field && own.Parts.Count == parts.Count ? own.Parts : null;
        var next = reading.Drafts.Max(d => d.Order);
        var made = parts.Select((facts, i) => draft with
        {
            Order = i == 0 ? draft.Order : next + i,
            Facts = said is null ? facts : read?[i] ?? draft.Facts,
            Shape = new RecordShape(step, said is null ? null : facts),
        }).ToList();
        var findings = reading.Findings.SelectMany(f => OfParts(f, draft, made, said));
        if (field is null)
            findings = findings.Concat(made.Zip(made.AsEnumerable().Reverse(), (own, other) => new Finding(Finding.Parted, Severity.Doubt, [own.Order], null, [$"{other.Order}"]) { Places = draft.Places }));
        return Numbered(reading, reading.Drafts.Select(d => d.Order == draft.Order ? made[0] : d).Concat(made.Skip(1)), findings);
    }

    /// <summary>By which field a record is split.</summary>
    public static string ByOf(Facts facts, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Parts(facts, counting).By ?? Twice;
    }

    /// <summary>What was read is parted into as many as what was typed over it.</summary>
    public static bool ArePartedAlike(Facts read, Facts said, CountingRule counting)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(said);
        var (own, other) = (Parts(read, counting), Parts(said, counting));
        return own.Parts.Count == other.Parts.Count && (own.By is null || own.By == other.By);
    }

    /// <summary>One that is about two records is about each part and the other; one about many is about the parts, too.</summary>
    private static IEnumerable<Finding> OfParts(Finding finding, Draft whole, List<Draft> parts, Correction? said)
    {
        if (!finding.Records.Contains(whole.Order))
            return [finding];
        IReadOnlyList<int> about = finding.Field is { } field && said?.Fields.Contains(field) == true ? []
            : [.. parts.Where(p => PartFindings.IsTrueOf(finding, whole.Facts, p.Shape!.Said ?? p.Facts)).Select(p => p.Order)];
        if (finding.Records.Count <= 2)
            return about.Select(order => finding with { Records = [.. finding.Records.Select(r => r == whole.Order ? order : r)] });
        return [finding with { Records = [.. finding.Records.SelectMany(r => r == whole.Order ? about : [r])] }];
    }

    /// <summary>Each finding has its own id again.</summary>
    private static SourceReading Numbered(SourceReading reading, IEnumerable<Draft> drafts, IEnumerable<Finding> findings) =>
        reading.With([.. drafts], findings.Select((f, i) => f with { Id = $"f{i + 1}" }));

    /// <summary>One record goes into another. What was found about either is found about both together as far as it is still true.</summary>
    /// <param name="part">What is no record of its own.</param>
    /// <param name="step">As of <see cref="RecordShape"/>.</param>
    /// <param name="said">What somebody typed over the record that it goes into; null: nothing.</param>
    /// <param name="saidOfPart">The same of the part.</param>
    public static SourceReading Join(SourceReading reading, Draft into, Draft part, CountingRule counting, int step = 0, Correction? said = null, Correction? saidOfPart = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(part);
        var joined = into with
        {
            Facts = JoinedFacts.Of(into.Facts, part.Facts, counting),
            Text = $"{into.Text}\n{part.Text}",
            Places = [.. into.Places, .. part.Places],
            Shape = new RecordShape(step, said is null && saidOfPart is null ? null : JoinedFacts.Of(said?.Facts ?? into.Facts, saidOfPart?.Facts ?? part.Facts, counting)),
        };
        var drafts = reading.Drafts.Where(d => d.Order != part.Order).Select(d => d.Order == into.Order ? joined : d);
        var findings = reading.Findings.SelectMany(f => OfJoined(f, joined, into, part)).Concat(JoinedFacts.Several(joined));
        return Numbered(reading, drafts, findings) with { Pieces = reading.Pieces.Select(p => p.Record == part.Order ? p with { Record = into.Order } : p) };
    }

    /// <summary>What was found about them as two records is nothing any more.</summary>
    private static IEnumerable<Finding> OfJoined(Finding finding, Draft joined, Draft into, Draft part)
    {
        var (isOfInto, isOfPart) = (finding.Records.Contains(into.Order), finding.Records.Contains(part.Order));
        if (!isOfInto && !isOfPart)
            return [finding];
        var facts = joined.Shape!.Said ?? joined.Facts;
        var isTrue = finding.Code is not (JoinedFacts.SeveralKinds or JoinedFacts.SeveralPartners)
            && (finding.Severity == Severity.Error || PartFindings.IsTrueOf(finding, (isOfInto ? into : part).Facts, facts));
        if (finding.Records.Count <= 2 && (!isTrue || (isOfInto && isOfPart)))
            return [];
        return [finding with { Records = [.. finding.Records.Select(r => r == part.Order ? into.Order : r).Distinct().Where(r => isTrue || r != into.Order)] }];
    }

    /// <param name="by">Only by this one.</param>
    /// <returns>By which field it has parts; null: there is one of each.</returns>
    private static (string? By, IReadOnlyList<Facts> Parts) Parts(Facts facts, CountingRule counting, string? by = null)
    {
        var openers = facts.Events.Where(e => e.OpensPeriod).ToList();
        if (facts.Parties.Count > 1 && by is null or "partner")
            return ("partner", [.. facts.Parties.Select(p => facts with { Parties = [p] })]);
        if (facts.Kinds.Count > 1 && by is null or "kind")
            return ("kind", [.. facts.Kinds.Select((k, i) => OfKind(facts with { Kinds = [k] }, openers, i, facts.Kinds.Count, counting))]);
        if (facts.Parties is [var one] && by is null or "partner" && SeveralNames.MayBe(one.Name) is { Count: > 1 } names)
            return ("partner", [.. names.Select(n => facts with { Parties = [Named(one, n)] })]);
        return openers.Count > 1 && by is null or "start" ? ("start", [.. openers.Select((_, i) => Dated(facts, openers, i, openers.Count, counting))]) : (null, [facts, facts]);
    }

    /// <summary>One of several names that stand in the place of one.</summary>
    private static Party Named(Party of, string name)
    {
        var read = Names.Read(name);
        return of with { Name = read.Name, Names = read.Forms, Unit = read.Unit, City = read.City ?? of.City };
    }

    /// <summary>All that was done about the row was done about each of its kinds, unless it prints a day for each: the same act as often as there are kinds, or as many ends of one period.</summary>
    private static Facts OfKind(Facts facts, List<Event> openers, int part, int of, CountingRule counting) =>
        openers.Count < 2 || (openers.Count == of && openers.TrueForAll(e => e.Act == openers[0].Act)) ? Dated(facts, openers, part, of, counting) : facts;

    /// <summary>Where there are as many acts or ends as parts, each part has its own.</summary>
    private static Facts Dated(Facts facts, List<Event> openers, int part, int of, CountingRule counting)
    {
        var stated = Ending.Stated(facts.Ends);
        if (openers.Count != of && stated.Count != of)
            return facts;
        IReadOnlyList<Event> events = openers.Count == of ? [.. facts.Events.Where(e => !e.OpensPeriod || ReferenceEquals(e, openers[part]))] : facts.Events;
        return facts with { Events = events, Ends = Ending.Of(events, facts.Term, stated.Count == of ? [stated[part]] : stated, counting, facts.Ends.Why ?? NoEnd.EmptyCell) };
    }
}
