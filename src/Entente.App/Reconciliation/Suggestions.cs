using System.Globalization;

using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Reconciliation;

internal sealed record TypeView(string Id, string Name)
{
    public static TypeView Of(EntityKind kind) => new(Words.Kebab(kind), Wording.Of("entity-kind", kind));
}

/// <param name="Notable">Its types.</param>
internal sealed record SuggestionView(string Id, string Name, string? Description = null, IReadOnlyList<TypeView>? Notable = null)
{
    public static SuggestionView Of(Entity entity) => new(entity.Id, entity.Name, entity.Description, [TypeView.Of(entity.Kind)]);
}

internal sealed record SuggestionsView(IReadOnlyList<SuggestionView> Result);

/// <summary>What a person may mean who has begun to type.</summary>
/// <param name="cursor">So many are left out.</param>
internal sealed class Suggestions(string prefix, int cursor)
{
    /// <summary>Whoever looks further types more.</summary>
    private const int Most = 20, MostSkipped = 10_000, LongestPrefix = 200;

    /// <summary>Null where the cursor is none.</summary>
    public static Suggestions? Parse(IQueryCollection asked)
    {
        var (prefix, cursor) = (asked["prefix"].ToString().Trim(), asked["cursor"].ToString());
        if (cursor.Length == 0)
            cursor = "0";
        return int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var skipped) && skipped <= MostSkipped && prefix.Length <= LongestPrefix ? new Suggestions(prefix, skipped) : null;
    }

    /// <summary>Partners first.</summary>
    /// <param name="kind">Null: of all kinds.</param>
    public SuggestionsView Of(Known known, EntityKind? kind)
    {
        var named = known.Find(prefix) is { } one ? [one] : Enum.GetValues<EntityKind>().SelectMany(k => known.Of(k)?.Beginning(prefix).Select(at => new EntityAt(k, at)) ?? []);
        return Page(named.Where(n => kind is null || n.Kind == kind), n => SuggestionView.Of(known[n]));
    }

    public SuggestionsView Of(IEnumerable<PropertyView> properties) =>
        Page(properties.Where(p => IsMeant(p.Id, p.Name)), p => new SuggestionView(p.Id, p.Name));

    public SuggestionsView Of(IEnumerable<TypeView> types) =>
        Page(types.Where(t => IsMeant(t.Id, t.Name)), t => new SuggestionView(t.Id, t.Name));

    private SuggestionsView Page<T>(IEnumerable<T> all, Func<T, SuggestionView> view) => new([.. all.Skip(cursor).Take(Most).Select(view)]);

    private bool IsMeant(string id, string name) =>
        id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || SearchText.Plain(name).StartsWith(SearchText.Plain(prefix), StringComparison.Ordinal);
}
