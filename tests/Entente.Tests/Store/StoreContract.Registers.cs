using System.Reflection;

using Entente.Core;
using Entente.Store;
using Entente.Store.Counts;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_register_never_sees_another_one()
    {
        await Write(Sample.Facts("1", "2020-05-04", 5, "Uni A|DE"), Sample.Facts("2", "2021", 5, "Uni B|DE"));
        await using var theirs = Open(Theirs);
        foreach (var set in typeof(RegisterDb).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>)))
        {
            var rows = ((IEnumerable<object>)set.GetValue(theirs)!).ToList();
            if (set.PropertyType == typeof(DbSet<Register>))
                rows.Cast<Register>().Single().Id.ShouldBe(Theirs);
            else
                rows.ShouldBeEmpty(set.Name);
        }

        (await theirs.TallyAsync(Sample.Date("2022").Earliest, CountBy.Country, Cancelled)).Total.All.ShouldBe(0);
        (await theirs.Matching("uni").CountAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_registers_number_and_chain_for_themselves()
    {
        var facts = Sample.Facts("1", "2020-05-04", 5, "Uni A|DE");
        await Write(facts);
        await using var theirs = Open(Theirs);
        var written = await theirs.WriteEditionAsync(Sample.Reading(facts), Sample.Bytes([facts]), Sample.By, cancellation: Cancelled);
        written.New.Single().Number.ShouldBe("1");
        written.Change.Sequence.ShouldBe(1);
        (await theirs.VerifyChangesAsync(cancellation: Cancelled)).Holds.ShouldBeTrue();
        (await theirs.Partners.CountAsync(Cancelled)).ShouldBe(1);
    }

    [Fact]
    public async Task A_register_comes_back_as_it_was()
    {
        await using (var db = Open(Ours))
        {
            var register = await db.Registers.SingleAsync(Cancelled);
            register.Counting = CountingRule.DayBefore;
            register.ListedOn = Sample.Date("2024-02");
            register.OtherNames = ["Unsere", "Nuestra"];
            register.Kinds = [new RegisterKind("own", "Eigene") { Wordings = ["Sonstige", "Otro"] }, new RegisterKind("mou", null)];
            await db.SaveChangesAsync(Cancelled);
        }

        await using var again = Open(Ours);
        var back = await again.Registers.SingleAsync(Cancelled);
        (back.Name, back.TimeZone, back.HomeCountry, back.Counting).ShouldBe(("Ours", "Europe/Vienna", "AT", CountingRule.DayBefore));
        back.OtherNames.ShouldBe(["Unsere", "Nuestra"]);
        back.ListedOn!.Text.ShouldBe("2024-02");
        back.Kinds.Select(k => (k.Code, k.Name, string.Join(' ', k.Wordings))).ShouldBe([("own", "Eigene", "Sonstige Otro"), ("mou", null, "")]);
    }

    [Fact]
    public async Task Ids_sort_by_the_time_in_them()
    {
        foreach (var hours in new[] { 0, 1, 2, 3 })
        {
            var facts = Sample.Facts($"{hours + 1}", "2020", 5, $"Uni {hours}|DE");
            await using var db = Open(Ours);
            await db.WriteEditionAsync(Sample.Reading(facts), Sample.Bytes([facts]), Sample.By with { At = Sample.At.AddHours(hours) }, cancellation: Cancelled);
        }

        await using var again = Open(Ours);
        (await again.Agreements.OrderByDescending(a => a.Id).Select(a => a.Number).ToListAsync(Cancelled)).ShouldBe(["4", "3", "2", "1"]);
        (await again.Editions.OrderBy(e => e.Id).Select(e => e.ImportedAt).ToListAsync(Cancelled)).ShouldBeInOrder();
    }
}
