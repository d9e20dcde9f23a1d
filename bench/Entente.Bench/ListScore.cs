using System.Globalization;

using CsvHelper;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats;

namespace Entente.Bench;

/// <summary>Reads lists with known content and counts what is right. A folder holds source.* in one or more forms, and truth.csv.</summary>
internal static class ListScore
{
    private static readonly string[] Columns = ["found", "invented", "partner", "country", "starts", "ends", "basis", "fields", "silent", "alarms"];

    public static void Run(IReadOnlyList<string> folders, bool isVerbose)
    {
        Console.WriteLine($"{"list",-44} {"rows",5} {string.Join(' ', Columns.Select(c => $"{c,8}"))}");
        var all = new List<Score>();
        foreach (var folder in folders.SelectMany(FoldersIn).Order(StringComparer.Ordinal))
        {
            var truth = Truth.Read(Path.Combine(folder, "truth.csv"));
            foreach (var file in Directory.GetFiles(folder, "source*.*").Order(StringComparer.Ordinal))
            {
                var score = Of(file, truth, isVerbose);
                Print($"{Path.GetFileName(folder)}/{Path.GetFileName(file)}", score);
                all.Add(score);
            }
        }

        Print("all", Score.Sum(all));
        Console.WriteLine($"lists below 80 %: {all.Count(s => s.Fields < 0.8 || s.Found < 0.8)}");
    }

    private static IEnumerable<string> FoldersIn(string folder) =>
        File.Exists(Path.Combine(folder, "truth.csv")) ? [folder] : Directory.GetDirectories(folder).SelectMany(FoldersIn);

    private static void Print(string name, Score s) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-44} {s.Rows,5} {s.Found,8:P1} {s.Invented,8:P1} {s.Share(s.Partner),8:P1} {s.Share(s.Country),8:P1} {s.Share(s.Starts),8:P1} {s.Share(s.Ends),8:P1} {s.Share(s.Basis),8:P1} {s.Fields,8:P1} {s.Silent,8:P1} {s.Alarms,8:P1}"));

    private static Score Of(string file, IReadOnlyList<Truth> truth, bool isVerbose)
    {
        SourceReading reading;
        try
        {
            reading = SourceReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), new ReadOptions());
        }
        catch (RefusedException refused)
        {
            Console.WriteLine($"  {refused.Code} {string.Join(' ', refused.Arguments)}");
            return new Score(truth.Count, 0, 0);
        }

        if (isVerbose)
            Console.WriteLine($"  {string.Join("; ", reading.Tables.Select(t => $"{t.Role} {t.Rows}: {string.Join(", ", t.Columns.Select(c => $"{c.Header}={c.Field}"))}"))}");
        var score = new Score(truth.Count, 0, reading.Drafts.Count);
        var doubted = reading.Findings.Where(f => f.Severity != Severity.Note).SelectMany(f => f.Records).ToHashSet();
        var aligned = Aligned(truth, reading.Drafts);
        if (isVerbose)
            Console.WriteLine(string.Concat(reading.Drafts.Except(aligned.Select(a => a.Draft)).Select(d => $"  invented: {d.Facts.Parties[0].Name} ({d.Text})\n")));
        foreach (var (right, draft) in aligned)
        {
            var wrong = right.WrongFields(draft.Facts).ToList();
            score = score.Plus(wrong, doubted.Contains(draft.Order), right.IsDoubtful);
            if (isVerbose && wrong.Count > 0)
                Console.WriteLine($"  {right.Row,4} {string.Join(", ", wrong.Select(w => $"{w.Field}: '{w.Read}' for '{w.Truth}'"))}{(doubted.Contains(draft.Order) ? "  (doubted)" : "")}");
            else if (isVerbose && wrong.Count == 0 && doubted.Contains(draft.Order) && !right.IsDoubtful)
                Console.WriteLine($"  {right.Row,4} alarm: {string.Join(", ", reading.Findings.Where(f => f.Severity != Severity.Note && f.Records.Contains(draft.Order)).Select(f => $"{f.Code} {string.Join(' ', f.Arguments)}"))}");
        }

        return score;
    }

    /// <summary>Records of truth and reading in the same order, so that as many names as possible stand beside their like.</summary>
    private static List<(Truth Truth, Draft Draft)> Aligned(IReadOnlyList<Truth> truth, IReadOnlyList<Draft> drafts)
    {
        var best = new double[truth.Count + 1, drafts.Count + 1];
        for (var i = truth.Count - 1; i >= 0; i--)
        {
            for (var j = drafts.Count - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), best[i + 1, j + 1] + Likeness(truth[i], drafts[j].Facts));
        }

        var pairs = new List<(Truth, Draft)>();
        for (int i = 0, j = 0; i < truth.Count && j < drafts.Count;)
        {
            var likeness = Likeness(truth[i], drafts[j].Facts);
            if (likeness > 0 && best[i, j] == best[i + 1, j + 1] + likeness)
                pairs.Add((truth[i++], drafts[j++]));
            else if (best[i, j] == best[i + 1, j])
                i++;
            else
                j++;
        }

        return pairs;
    }

    private static double Likeness(Truth truth, Facts facts)
    {
        var one = truth.Partner;
        var other = Truth.NameOf(facts);
        if (Folding.Fold(one) == Folding.Fold(other))
            return 2;
        var words = Folding.Fold(one).Split(' ').ToHashSet();
        var shared = Folding.Fold(other).Split(' ').Count(words.Contains);
        return shared * 2 >= words.Count && shared > 0 ? 1 : 0;
    }
}

/// <summary>Counts of one list.</summary>
internal sealed record Score(int Rows, int Matched, int Read)
{
    public int Partner { get; init; }

    public int Country { get; init; }

    public int Starts { get; init; }

    public int Ends { get; init; }

    public int Basis { get; init; }

    public int SilentRecords { get; init; }

    public int AlarmRecords { get; init; }

    public double Found => Ratio(Matched, Rows);

    public double Invented => Ratio(Read - Matched, Math.Max(Read, 1));

    public double Fields => Ratio(Partner + Country + Starts + Ends + Basis, Rows * 5);

    public double Silent => Ratio(SilentRecords, Rows);

    public double Alarms => Ratio(AlarmRecords, Rows);

    public double Share(int right) => Ratio(right, Rows);

    public Score Plus(IReadOnlyList<(string Field, string Read, string Truth)> wrong, bool isDoubted, bool mayBeDoubted)
    {
        int Right(string field) => wrong.Any(w => w.Field == field) ? 0 : 1;
        return this with
        {
            Matched = Matched + 1,
            Partner = Partner + Right("partner"),
            Country = Country + Right("country"),
            Starts = Starts + Right("starts"),
            Ends = Ends + Right("ends"),
            Basis = Basis + Right("basis"),
            SilentRecords = SilentRecords + (wrong.Count > 0 && !isDoubted ? 1 : 0),
            AlarmRecords = AlarmRecords + (wrong.Count == 0 && isDoubted && !mayBeDoubted ? 1 : 0),
        };
    }

    public static Score Sum(IReadOnlyList<Score> scores) => new(scores.Sum(s => s.Rows), scores.Sum(s => s.Matched), scores.Sum(s => s.Read))
    {
        Partner = scores.Sum(s => s.Partner),
        Country = scores.Sum(s => s.Country),
        Starts = scores.Sum(s => s.Starts),
        Ends = scores.Sum(s => s.Ends),
        Basis = scores.Sum(s => s.Basis),
        SilentRecords = scores.Sum(s => s.SilentRecords),
        AlarmRecords = scores.Sum(s => s.AlarmRecords),
    };

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>What one record of a list says.</summary>
internal sealed record Truth(int Row, string Partner, string Country, string Starts, string End, string Notes)
{
    public bool IsDoubtful => Notes.Contains("conflict", StringComparison.Ordinal) || Notes.Contains("doubt", StringComparison.Ordinal);

    public static IReadOnlyList<Truth> Read(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var truth = new List<Truth>();
        while (csv.Read())
        {
            truth.Add(new Truth(
                csv.GetField<int>("row"), csv.GetField("partner") ?? "", csv.GetField("country_iso2") ?? "", csv.GetField("start_edtf") ?? "", csv.GetField("end_edtf") ?? "", csv.GetField("notes") ?? ""));
        }

        return truth;
    }

    public static string NameOf(Facts facts)
    {
        var names = facts.Parties.Select(p => p.Name).Where(n => n.Length > 0).ToList();
        return names.Count > 0 ? string.Join("; ", names) : facts.Title ?? "";
    }

    public IEnumerable<(string Field, string Read, string Truth)> WrongFields(Facts facts)
    {
        var name = NameOf(facts);
        if (Folding.Fold(name) != Folding.Fold(Partner) && !IsWithUnit(facts))
            yield return ("partner", name, Partner);
        var country = string.Join("; ", facts.Parties.Select(p => p.Country).OfType<string>().Distinct());
        if (country != Country && !(Notes.Contains("country-inferred", StringComparison.Ordinal) && country.Length == 0) && !(Country.Length == 0 && facts.Parties.All(p => p.CountryBasis == CountryBasis.Inferred)))
            yield return ("country", country, Country);
        var starts = string.Join("; ", facts.Events.Where(e => e.OpensPeriod).Select(e => e.On!.ToString()));
        if (!Starts.Split("; ").ToHashSet().SetEquals(starts.Split("; ")))
            yield return ("starts", starts, Starts);
        if (!IsEnd(facts.Ends) && !IsStop(facts))
            yield return ("ends", $"{facts.Ends.Basis} {facts.Ends.On}", End);
        if (!IsBasis(facts.Ends.Basis) && !(Notes.StartsWith("stated", StringComparison.Ordinal) && IsStop(facts)))
            yield return ("basis", Words.Kebab(facts.Ends.Basis), Notes.Split([';', ' '])[0]);
    }

    /// <summary>A part of the partner, or its city, that stands beside its name is written with it, or left to its own field.</summary>
    private bool IsWithUnit(Facts facts)
    {
        if (facts.Parties is not [var one])
            return false;
        var (all, name) = (Folding.Fold(Partner), Folding.Fold(one.Name));
        return (one.Unit is { } unit && Folding.Fold($"{one.Name} {unit}") == all)
            || (one.City is { } city && all.StartsWith(name, StringComparison.Ordinal) && all.EndsWith(Folding.Fold(city), StringComparison.Ordinal) && all.Length <= name.Length + city.Length + " of ".Length);
    }

    /// <summary>One day less is right too.</summary>
    private bool IsEnd(Ends ends)
    {
        var on = ends.On?.ToString() ?? "";
        if (on == End || ends.Candidates.Any(c => c.ToString() == End))
            return true;
        return ends.On is EdtfDate { IsOneDay: true } day && EdtfDate.TryParse(End, out var truth) && truth.IsOneDay && day.Earliest == truth.Earliest.AddDays(-1);
    }

    /// <summary>The end that a list prints stays as it is printed; one that a termination brought is the day of that act.</summary>
    private bool IsStop(Facts facts) => facts.Events.Any(e => e is { Act: Act.Terminated, On: { } on } && on.ToString() == End);

    private bool IsBasis(EndsBasis basis) => (Notes.Split([';', ' '])[0], basis) switch
    {
        ("stated", EndsBasis.Stated) or ("computed", EndsBasis.Computed) or ("open-ended", EndsBasis.Open) or ("unknown", EndsBasis.Unstated) => true,
        (_, EndsBasis.Conflict) => IsDoubtful,
        // Stated and computed together are one end.
        ("stated", EndsBasis.Computed) or ("computed", EndsBasis.Stated) => End.Length > 0 && Notes.Contains("both", StringComparison.Ordinal),
        _ => false,
    };
}
