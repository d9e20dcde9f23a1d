namespace Entente.Core.Reading;

/// <summary>Codes in a column of countries that are no names: in small letters, or the signs of cars that exchange programmes use (Vienna Convention
/// on Road Traffic, 1968, annex 3).</summary>
public static class CountryCodes
{
    private const int Longest = 3;

    private static readonly Dictionary<string, string> cars = new()
    {
        ["A"] = "AT", ["B"] = "BE", ["D"] = "DE", ["E"] = "ES", ["F"] = "FR", ["H"] = "HU", ["I"] = "IT", ["J"] = "JP", ["L"] = "LU", ["M"] = "MT", ["N"] = "NO", ["P"] = "PT", ["S"] = "SE",
        ["FIN"] = "FI", ["EST"] = "EE", ["IRL"] = "IE", ["SLO"] = "SI", ["SRB"] = "RS", ["SCG"] = "RS", ["MNE"] = "ME", ["BIH"] = "BA", ["NMK"] = "MK", ["RUS"] = "RU", ["UK"] = "GB",
        ["ROK"] = "KR", ["CDN"] = "CA", ["AUS"] = "AU", ["RA"] = "AR", ["RCH"] = "CL", ["CHN"] = "CN", ["IND"] = "IN", ["MEX"] = "MX", ["BR"] = "BR",
        // The European Union's code of Greece.
        ["EL"] = "GR",
    };

    /// <summary>ISO 3166-1, alpha-3 with alpha-2 behind it.</summary>
    private const string ThreeLetters =
        "ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH "
        + "BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO "
        + "COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK "
        + "FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR "
        + "HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA "
        + "LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN "
        + "MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN "
        + "PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL "
        + "SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT "
        + "TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW";

    private static readonly Dictionary<string, string> three = ThreeLetters.Split(' ').ToDictionary(c => c[..3], c => c[3..]);

    /// <summary>Territories that lists print together with the state that they belong to.</summary>
    private static readonly Dictionary<string, string> states = "RE-FR GP-FR MQ-FR GF-FR YT-FR NC-FR PF-FR PM-FR WF-FR PR-US GU-US VI-US AS-US HK-CN MO-CN GL-DK FO-DK AW-NL CW-NL SX-NL BM-GB GI-GB KY-GB JE-GB GG-GB IM-GB AX-FI SJ-NO"
        .Split(' ').ToDictionary(c => c[..2], c => c[3..]);

    /// <summary>The countries that are meant, each once: a territory stands for its state, too.</summary>
    public static IReadOnlyList<CountryName> Meant(IEnumerable<CountryName> named)
    {
        var all = named.DistinctBy(c => c.Code).ToList();
        return [.. all.Where(c => !all.Exists(t => states.TryGetValue(t.Code, out var state) && state == c.Code))];
    }

    private static CountryName Named(string code) => new(code, false, [], CountryNameMark.Code, []);

    public static CountryName? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = text.Trim().ToUpperInvariant();
        if (code.Length is 0 or > Longest || !code.All(char.IsAsciiLetterUpper))
            return null;
        return Countries.Find(code) ?? (Countries.IsCode(code) ? Named(code) : three.TryGetValue(code, out var alpha) ? Named(alpha) : cars.TryGetValue(code, out var country) ? Named(country) : null);
    }
}
