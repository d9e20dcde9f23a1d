using Entente.App.Agreements;
using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Writing;

namespace Entente.App.Registers;

/// <summary>What a register says of one kind, as it is typed; null leaves it as it is.</summary>
public sealed record KindEdit
{
    /// <summary>Empty: as the kind is called in every register.</summary>
    public string? Name { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<string>? Wordings { get; init; }

    public IReadOnlyList<string> MoreWordings { get; init; } = [];

    public IReadOnlyList<string> FewerWordings { get; init; } = [];
}

/// <summary>A register's own list of kinds. Agreements whose wording means something else then are read anew; what they print stays.</summary>
public static class KindSettings
{
    /// <summary>In place of a code: a kind of its own, called as it is worded.</summary>
    public const string OfItsOwn = "+";

    /// <summary>So many words may a wording have that a person enters.</summary>
    private const int LongestWording = 9;

    /// <summary>A kind that no register has yet.</summary>
    /// <exception cref="FieldsException">name, wording.</exception>
    /// <exception cref="RefusedException">record.changed-since.</exception>
    public static async Task<RegisterKind> AddAsync(OpenRegister open, KindEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return (await ReviseAsync(open, hand, kinds => New(kinds, edit), stop)).Kinds[^1];
    }

    /// <param name="asked">Its code, or a wording of it.</param>
    /// <exception cref="FieldsException">name, wording.</exception>
    /// <exception cref="RefusedException">kind.unknown, record.changed-since.</exception>
    public static Task<Register> ChangeAsync(OpenRegister open, string asked, KindEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return ReviseAsync(open, hand, kinds => With(kinds, CodeOf(kinds, asked), edit), stop);
    }

    /// <summary>One of its own is no kind any more; of one that every register has, the register says nothing of its own any more.</summary>
    /// <exception cref="RefusedException">kind.unknown, kind.not-own, record.changed-since.</exception>
    public static Task<Register> RemoveAsync(OpenRegister open, string asked, Hand hand, CancellationToken stop = default) =>
        ReviseAsync(open, hand, kinds =>
        {
            var code = CodeOf(kinds, asked);
            return kinds.Any(k => k.Code == code) ? [.. kinds.Where(k => k.Code != code)] : throw new RefusedException("kind.not-own", KindWords.Of(kinds, code));
        }, stop);

    /// <summary>What wordings mean that were not known.</summary>
    /// <exception cref="FieldsException">wording.</exception>
    /// <exception cref="RefusedException">kind.unknown, record.changed-since.</exception>
    public static Task<Register> MeanAsync(OpenRegister open, IReadOnlyList<(string Wording, string Kind)> meanings, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(meanings);
        return ReviseAsync(open, hand, kinds => meanings.Aggregate(kinds, (all, m) => m.Kind == OfItsOwn
            ? New(all, new KindEdit { Name = m.Wording })
            : Meaning(all, m.Wording, m.Kind)), stop);
    }

    internal static IReadOnlyList<RegisterKind> Meaning(IReadOnlyList<RegisterKind> kinds, string wording, string kind) => With(kinds, CodeOf(kinds, kind), new KindEdit { MoreWordings = [wording] });

    internal static IReadOnlyList<RegisterKind> Without(IReadOnlyList<RegisterKind> kinds, string code, string wording) => With(kinds, code, new KindEdit { FewerWordings = [wording] });

    private static Task<Register> ReviseAsync(OpenRegister open, Hand hand, Func<IReadOnlyList<RegisterKind>, IReadOnlyList<RegisterKind>> change, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        return RegisterSettings.ReviseAsync(open, hand, settings => Task.FromResult(settings with { Kinds = change(settings.Kinds) }), stop);
    }

    private static string CodeOf(IReadOnlyList<RegisterKind> kinds, string asked) =>
        Kinds.Of(kinds) is var all && all.FindAsked(asked) is { } code ? code
        : throw new RefusedException("kind.unknown", asked, string.Join(", ", all.Codes.Order(StringComparer.Ordinal)));

    private static IReadOnlyList<RegisterKind> New(IReadOnlyList<RegisterKind> kinds, KindEdit edit)
    {
        var code = RegisterKind.CodeFor(edit.Name ?? "", [.. Kinds.Of(kinds).Codes, RegisterQuestion.None]);
        return [.. kinds, Edited(new RegisterKind(code, null), edit, kinds)];
    }

    /// <summary>A kind of which nothing is said is left out.</summary>
    private static IReadOnlyList<RegisterKind> With(IReadOnlyList<RegisterKind> kinds, string code, KindEdit edit)
    {
        var before = kinds.FirstOrDefault(k => k.Code == code);
        var after = Edited(before ?? new RegisterKind(code, null), edit, kinds);
        IReadOnlyList<RegisterKind> all = before is null ? [.. kinds, after] : [.. kinds.Select(k => k.Code == code ? after : k)];
        return [.. all.Where(k => k.Phrases.Any())];
    }

    private static RegisterKind Edited(RegisterKind before, KindEdit edit, IReadOnlyList<RegisterKind> kinds)
    {
        var problems = new List<FieldProblem>();
        var name = edit.Name is null ? before.Name : NameOf(edit.Name.Trim(), before.Code, kinds, problems);
        // What it was called is what some agreements still call it.
        IEnumerable<string> called = before.Name is { } old && name != old ? [old] : [];
        var dropped = edit.FewerWordings.Select(Key).Append(name is null ? "" : Key(name)).ToHashSet();
        var wordings = (edit.Wordings ?? before.Wordings).Concat(edit.MoreWordings).Concat(called)
            .Select(w => w.Trim()).Where(w => w.Length > 0).DistinctBy(Key).Where(w => Key(w).Length == 0 || !dropped.Contains(Key(w))).ToList();
        foreach (var wording in wordings)
            Check("wording", wording, before.Code, kinds, problems);
        FieldsException.ThrowFor(problems);
        return before with { Name = name, Wordings = wordings };
    }

    private static string? NameOf(string typed, string code, IReadOnlyList<RegisterKind> kinds, List<FieldProblem> problems)
    {
        var everywhere = KindWords.Everywhere(code);
        if (typed.Length == 0 && everywhere is null)
            problems.Add(new FieldProblem("name", "field.kind-name-none", ""));
        else if (Kinds.Of(kinds).Codes.Any(c => c != code && Key(KindWords.Of(kinds, c)) == Key(typed)))
            problems.Add(new FieldProblem("name", "field.kind-name-taken", typed));
        else if (typed.Length > 0)
            Check("name", typed, code, kinds, problems);
        return typed.Length == 0 || typed == everywhere ? null : typed;
    }

    /// <summary>One wording cannot mean two kinds.</summary>
    private static void Check(string field, string wording, string code, IReadOnlyList<RegisterKind> kinds, List<FieldProblem> problems)
    {
        var key = Key(wording);
        if (key.Length == 0)
            problems.Add(new FieldProblem(field, "field.wording", wording));
        else if (PhraseBook.Keys(wording).Count > LongestWording)
            problems.Add(new FieldProblem(field, "field.wording-long", wording));
        else if (kinds.Any(k => k.Code != code && k.Phrases.Any(p => Key(p) == key)))
            problems.Add(new FieldProblem(field, "field.wording-taken", wording));
    }

    private static string Key(string wording) => string.Join(' ', PhraseBook.Keys(wording));
}
