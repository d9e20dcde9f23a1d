using System.Text;

namespace Entente.Edtf;

/// <summary>One of several dates (<c>[1667,1668]</c>) or all of them (<c>{1667,1668}</c>); level 2, set representation.</summary>
public sealed class EdtfSet : EdtfValue
{
    private readonly EdtfSetMember[] members;

    internal EdtfSet(bool isOneOf, EdtfSetMember[] members, string? text)
        : base(text)
    {
        IsOneOf = isOneOf;
        this.members = members;
        var earliest = Day.Future;
        var latest = Day.Past;
        foreach (var member in members)
        {
            earliest = member.Earliest < earliest ? member.Earliest : earliest;
            latest = member.Latest > latest ? member.Latest : latest;
        }
        EarliestOrUnknown = earliest;
        LatestOrUnknown = latest;
    }

    /// <summary>One of the members; else all of them.</summary>
    public bool IsOneOf { get; }

    /// <summary>At least one, in the order written.</summary>
    public IReadOnlyList<EdtfSetMember> Members => members;

    private protected override int LevelAsWritten => 2;

    private protected override Day? EarliestOrUnknown { get; }

    private protected override Day? LatestOrUnknown { get; }

    /// <exception cref="ArgumentException">No member; a date with a time of day; an open range elsewhere than first or last.</exception>
    public static EdtfSet OneOf(params ReadOnlySpan<EdtfSetMember> members) => Build(isOneOf: true, members);

    /// <inheritdoc cref="OneOf"/>
    public static EdtfSet AllOf(params ReadOnlySpan<EdtfSetMember> members) => Build(isOneOf: false, members);

    /// <summary>The order of the members counts, for it may be that of the source.</summary>
    public override bool Equals(EdtfValue? other)
        => other is EdtfSet set && IsOneOf == set.IsOneOf && members.AsSpan().SequenceEqual(set.members);

    public override int GetHashCode() => HashCode.Combine(IsOneOf, members.Length, members[0], members[^1]);

    private protected override string Print()
    {
        var text = new StringBuilder();
        text.Append(IsOneOf ? '[' : '{');
        for (var i = 0; i < members.Length; i++)
            text.Append(i == 0 ? "" : ",").Append(members[i]);
        return text.Append(IsOneOf ? ']' : '}').ToString();
    }

    private static EdtfSet Build(bool isOneOf, ReadOnlySpan<EdtfSetMember> members)
    {
        if (members.IsEmpty)
            throw new ArgumentException(EdtfReason.EmptyMember.InEnglish());
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i] is { First: null, Last: null })
                throw new ArgumentException(EdtfReason.EmptyMember.InEnglish());
            if ((members[i].First is null && i > 0) || (members[i].Last is null && i < members.Length - 1))
                throw new ArgumentException(EdtfReason.OpenRangeInside.InEnglish());
        }
        return new EdtfSet(isOneOf, members.ToArray(), text: null);
    }
}
