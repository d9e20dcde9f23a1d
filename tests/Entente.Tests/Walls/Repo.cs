namespace Entente.Tests.Walls;

/// <summary>What was written by hand in this repository; built, downloaded and generated things left out.</summary>
internal static class Repo
{
    public static string Root => Checkout.Root;

    private static readonly HashSet<string> Foreign =
        ["artifacts", ".git", ".vs", ".idea", "node_modules", "bin", "obj", "entente-data", "Migrations", "corpus", "samples", "TestResults"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(() => [.. Walk(Root)]);

    public static IReadOnlyList<SourceFile> Texts => All.Value;

    public static IReadOnlyList<SourceFile> Code { get; } = [.. With(".cs", ".razor")];

    public static IReadOnlyList<SourceFile> Product { get; } = [.. Code.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal))];

    public static IReadOnlyList<SourceFile> Documents { get; } = [.. With(".md")];

    public static IReadOnlyList<SourceFile> Projects { get; } = [.. With(".csproj")];

    public static SourceFile File(string path) => new(path, System.IO.File.ReadAllText(Full(path)));

    public static string Full(string path) => Path.Combine(Root, path);

    private static IEnumerable<SourceFile> With(params string[] endings) => Texts.Where(f => endings.Any(f.Path.EndsWith));

    private static IEnumerable<SourceFile> Walk(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsText))
            yield return File(Path.GetRelativePath(Root, path).Replace('\\', '/'));
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(f => !Foreign.Contains(Path.GetFileName(f))))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }
    }

    private static bool IsText(string path) =>
        Path.GetExtension(path) is ".cs" or ".razor" or ".md" or ".csproj" or ".props" or ".targets" or ".css" or ".js" or ".mjs" or ".resx" or ".sh" or ".editorconfig" or ""
        && !path.EndsWith(".g.cs", StringComparison.Ordinal) && !path.EndsWith(".Designer.cs", StringComparison.Ordinal);
}
