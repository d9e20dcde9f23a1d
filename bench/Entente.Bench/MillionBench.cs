using System.Globalization;

namespace Entente.Bench;

/// <summary>A long list of values with a separator, with 25,000 partners among its rows: imported by the built program, then asked; beside it OpenRefine, where that is installed.</summary>
internal static class MillionBench
{
    private const int Partners = 25_000;

    /// <summary>A prime, so that the next edition has each row once.</summary>
    private const long Stride = 7_919;

    private const string Head = "No;Partner;Country;Type;Date of signature;Term;Expiry date;Notes";

    private static readonly string[] Countries = ["Austria", "Germany", "France", "Japan", "South Korea", "China", "Mongolia", "Kazakhstan", "Poland", "Czechia", "Italy", "Spain", "Portugal", "Brazil", "USA", "Canada", "India", "Vietnam"];
    private static readonly string[] Words = ["Technical", "State", "Medical", "Federal", "Catholic", "Northern", "Pedagogical", "Agrarian", "Maritime", "Open"];
    private static readonly string[] Parts = ["alpha", "beta", "karo", "mira", "tolu", "veno", "sari", "lodo", "pine", "rava", "goru", "hani", "jebo", "kuli"];
    private static readonly string[] Kinds = ["Memorandum of Understanding", "Student Exchange Agreement", "Cooperation Agreement", "Double Degree Agreement", "Letter of Intent"];
    private static readonly string[] Terms = ["5 years", "3 years, automatic renewal", "Long-term", "indefinite", "10 years", "5+5", "", "until 31.12.2028", "five years, renewable by mutual consent"];
    private static readonly string[] Months = ["Jan", "February", "Mar", "April", "May", "Jun", "July", "Aug", "September", "Oct", "Nov", "December"];

    public static async Task<int> RunAsync(string folder, int rows, TextWriter output)
    {
        var list = await WriteAsync(folder, rows);
        await AskAsync(
            folder,
            output,
            (string.Create(CultureInfo.InvariantCulture, $"import of {rows:N0} rows, {new FileInfo(list).Length >> 20} MiB"), ["import", list, "--yes"]),
            ("find of a partner", ["find", "Pedagogical Tolu"]),
            ("standing counts by country", ["count", "--by", "country"]));
        await OpenRefineBench.RunAsync(list, output);
        return 0;
    }

    /// <summary>The next edition of a long list: in another order, numbered anew, 2 % changed, 1 % gone, 1 % new; compared with the register, then stored, then once more.</summary>
    public static async Task<int> RunEditionAsync(string folder, int rows, TextWriter output)
    {
        var (list, next) = (await WriteAsync(folder, rows), await WriteNextAsync(folder, rows));
        await AskAsync(
            folder,
            output,
            (string.Create(CultureInfo.InvariantCulture, $"import of {rows:N0} rows"), ["import", list, "--yes"]),
            ("the next edition compared, nothing stored", ["import", next]),
            ("the next edition compared and stored", ["import", next, "--yes"]),
            ("the same once more", ["import", next, "--yes"]));
        return 0;
    }

    /// <summary>One command after the other, of a register that is empty at first.</summary>
    private static async Task AskAsync(string folder, TextWriter output, params (string Name, string[] Args)[] commands)
    {
        var (entente, data) = (Path.Combine(ProcessBench.Root(), "entente"), Path.Combine(folder, "data"));
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        // It may have to be built first.
        await ProcessBench.OnceAsync(entente, ["--version"]);
        await output.WriteLineAsync("| what | wall | processor | peak memory |\n|---|---|---|---|");
        foreach (var (name, args) in commands)
        {
            var (wall, cpu, peak) = await ProcessBench.OnceAsync(entente, [.. args, "--data", data]);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {name} | {wall:0.0} s | {cpu:0.0} s | {peak >> 20} MiB |"));
        }
    }

    private static async Task<string> WriteAsync(string folder, int rows)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{rows}.csv");
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(Head);
        for (var i = 1; i <= rows; i++)
            await file.WriteLineAsync($"{i};{Row(i)}");
        return path;
    }

    private static async Task<string> WriteNextAsync(string folder, int rows)
    {
        var path = Path.Combine(folder, $"{rows}-next.csv");
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(Head);
        var number = 0;
        for (var at = 0L; at < rows + (rows / 100); at++)
        {
            var i = (int)(at * Stride % (rows + (rows / 100))) + 1;
            var row = Row(i);
            if (i % 100 == 13)
                continue;
            await file.WriteLineAsync($"{++number};{(i % 50 == 7 ? row[..row.LastIndexOf(';')] + ";renewed by letter" : row)}");
        }

        return path;
    }

    private static string Row(int i)
    {
        var random = new SplitMix((ulong)i);
        var partner = random.Next(Partners);
        var name = new SplitMix((ulong)partner);
        var isStated = random.Next(5) == 0;
        var end = isStated ? string.Create(CultureInfo.InvariantCulture, $"{1 + random.Next(28):00}.{1 + random.Next(12):00}.{2020 + random.Next(13)}") : "";
        var note = random.Next(6) switch { 0 => "faculty of law", 1 => "scanned", 2 => $"see file {i}", _ => "" };
        return $"{Words[partner % Words.Length]} University of {Town(name)};{Countries[partner % Countries.Length]};{Kinds[random.Next(Kinds.Length)]};{Day(random)};{(isStated ? "" : Terms[random.Next(Terms.Length)])};{end};{note}";
    }

    private static string Town(SplitMix name)
    {
        var town = Parts[name.Next(Parts.Length)] + Parts[name.Next(Parts.Length)] + "nrsltm"[name.Next(6)];
        return char.ToUpperInvariant(town[0]) + town[1..];
    }

    private static string Day(SplitMix random)
    {
        var (year, month, day) = (1990 + random.Next(35), 1 + random.Next(12), 1 + random.Next(28));
        return random.Next(10) switch
        {
            < 6 => string.Create(CultureInfo.InvariantCulture, $"{day:00}.{month:00}.{year}"),
            < 8 => $"{day} {Months[month - 1]} {year}",
            8 => $"{year}",
            _ => $"{Months[month - 1]} {year}",
        };
    }
}
