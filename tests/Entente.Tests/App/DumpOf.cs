namespace Entente.Tests.App;

/// <summary>Records as ROR's dump has them.</summary>
internal static class DumpOf
{
    public static string Records(params string[] records) => $"[{string.Join(',', records)}]";

    /// <param name="relations">Kind and id, with a blank between.</param>
    public static string Record(string id, string name, string country, string status = "active", params string[] relations) =>
        $$$"""{"id":"{{{id}}}","status":"{{{status}}}","types":["education"],"names":[{"value":"{{{name}}}","lang":"en","types":["ror_display","label"]}],"locations":[{"geonames_details":{"name":"Town","country_code":"{{{country}}}","lat":50.9,"lng":13.3}}],"relationships":[{{{string.Join(',', relations.Select(Relation))}}}],"external_ids":[{"type":"wikidata","preferred":"Q{{{id[^2..]}}}","all":["Q{{{id[^2..]}}}"]}],"links":[{"type":"website","value":"https://{{{id[^9..]}}}.example"}]}""";

    private static string Relation(string told) => told.Split(' ') is [var kind, var id] ? $$"""{"type":"{{kind}}","id":"{{id}}","label":"{{kind}}"}""" : "";
}
