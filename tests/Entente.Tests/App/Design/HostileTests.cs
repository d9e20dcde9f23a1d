using Bunit;

using Entente.App.Agreements;
using Entente.App.Design;
using Entente.App.Keeping;
using Entente.App.Sources;
using Entente.Core;

using Microsoft.AspNetCore.Components;

namespace Entente.Tests.App.Design;

/// <summary>Names come from documents of strangers: whatever they hold is text.</summary>
public sealed class HostileTests : BunitContext
{
    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'&amp;";

    private static readonly (string Name, string Country) named = (Hostile, "JP");

    public static TheoryData<Type> Parts => [typeof(Chips), typeof(Heading), typeof(Card), typeof(Dialog), typeof(Toast), typeof(Empty), typeof(Views), typeof(Menu), typeof(Differences), typeof(DataTable), typeof(SortHead), typeof(TextField), typeof(ChoiceField), typeof(CheckField), typeof(PartnerNames), typeof(SourceText)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_name_is_never_markup(Type part)
    {
        var shown = Render(b =>
        {
            b.OpenComponent<CascadingValue<Entry>>(0);
            b.AddAttribute(1, "Value", FieldTests.Fresh());
            b.AddAttribute(2, "ChildContent", (RenderFragment)(inner =>
            {
                inner.OpenComponent(0, part);
                foreach (var property in part.GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute), false) && Given(p.PropertyType) is not null))
                    inner.AddAttribute(1, property.Name, Given(property.PropertyType));
                inner.CloseComponent();
            }));
            b.CloseComponent();
        });
        shown.FindAll("img, script").ShouldBeEmpty();
        shown.FindAll("*").SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.Ordinal));
        (shown.Nodes.Any(n => n.TextContent.Contains(Hostile, StringComparison.Ordinal)) || shown.FindAll("*").Any(e => e.Attributes.Any(a => a.Value.Contains(Hostile, StringComparison.Ordinal)))).ShouldBeTrue("it is shown all the same");
    }

    private static object? Given(Type type) =>
        type == typeof(string) ? Hostile
        : type == typeof(IReadOnlyList<Chip>) ? new[] { new Chip(Hostile, Hostile, Hostile, Hostile) }
        : type == typeof(IReadOnlyList<Link>) ? new[] { new Link(Hostile, Hostile, Hostile, Hostile) }
        : type == typeof(IReadOnlyList<FieldDifference>) ? new[] { new FieldDifference("note", Hostile, Hostile, Hostile, Hostile) }
        : type == typeof(IReadOnlyList<(string, string)>) ? new[] { (Hostile, Hostile) }
        : type == typeof(IReadOnlyList<SourceLine>) ? new[] { new SourceLine(1, true, [new SourcePiece(Hostile, "partner"), new SourcePiece(Hostile, null)]) }
        : type == typeof(Facts) ? new Facts { Parties = [new Party(named.Name) { Country = named.Country }], Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell } }
        : null;
}
