using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>A column of days on which agreements take effect is not one of signings, in any language.</summary>
public sealed class StartColumnsTests
{
    [Theory]
    [InlineData("Partner;Country;Type;Date signed;Effective from;Valid until")]
    [InlineData("Partner;Country;Type;Date of signature;Start date;End date")]
    [InlineData("Hochschule;Land;Art;Unterzeichnet am;In Kraft seit;Gültig bis")]
    [InlineData("Hochschule;Land;Art;Vertragsunterzeichnung;Vertragsbeginn;Vertragsende")]
    [InlineData("Uczelnia;Kraj;Rodzaj umowy;Data podpisania;Obowiązuje od;Obowiązuje do")]
    [InlineData("Uczelnia;Kraj;Rodzaj umowy;Data podpisania;Data wejścia w życie;Data zakończenia")]
    [InlineData("Universidad;País;Tipo;Fecha de firma;Fecha de entrada en vigor;Fecha de vencimiento")]
    [InlineData("Établissement;Pays;Type;Date de signature;Date d'entrée en vigueur;Date d'expiration")]
    [InlineData("Üniversite;Ülke;Anlaşma türü;İmza tarihi;Yürürlük tarihi;Bitiş tarihi")]
    [InlineData("대학명;국가;협정 종류;체결일;발효일;만료일")]
    [InlineData("大学名;国;協定の種類;締結日;発効日;有効期限")]
    [InlineData("Вуз;Страна;Вид договора;Дата подписания;Дата вступления в силу;Дата окончания")]
    [InlineData("Instelling;Land;Type;Datum ondertekening;Geldig vanaf;Geldig tot")]
    [InlineData("Univerzita;Země;Typ smlouvy;Datum podpisu;Datum účinnosti;Platnost do")]
    public void The_day_of_effect_beside_the_day_of_signing(string head) =>
        Acts(head, "15.02.2020;20.03.2020;19.03.2030").ShouldBe(["Signed 2020-02-15", "Effective 2020-03-20"]);

    [Theory]
    [InlineData("Hochschule;Land;Art;Beginn;Ende", "Signed 2020-02-15")]
    [InlineData("Hochschule;Land;Art;Gültig ab;Gültig bis", "Effective 2020-02-15")]
    [InlineData("Вуз;Страна;Вид договора;Дата подписания, вступления в силу;Дата окончания", "Signed 2020-02-15")]
    public void Alone_a_beginning_is_taken_for_the_signing_and_a_validity_is_not(string head, string act) =>
        Acts(head, "15.02.2020;19.03.2030").ShouldBe([act]);

    private static IEnumerable<string> Acts(string head, string dates)
    {
        var list = $"{head}\nUniversität Wien;Austria;Memorandum of Understanding;{dates}\nUniversität Graz;Austria;Memorandum of Understanding;{dates}\nUniversität Linz;Austria;Memorandum of Understanding;{dates}\n";
        var drafts = SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(list), new ReadOptions()).Drafts;
        drafts.Count.ShouldBe(3);
        return drafts[1].Facts.Events.Select(e => $"{e.Act} {e.On}");
    }
}
