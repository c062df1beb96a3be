using Yipanqi.Web.Access;
using Yipanqi.Web.Modules.Organisations.People;

namespace Yipanqi.Web.Modules.Organisations.Pages.People;

/// <summary>The fields of a person as they were posted. Numbers are never sent to the form: empty leaves them, <see cref="Clear"/> takes them away.</summary>
public sealed class PersonForm
{
    public const string Clear = "无";

    public string? Name { get; set; }

    public string? StaffCode { get; set; }

    public string? Gender { get; set; }

    public string? BirthMonth { get; set; }

    public string? Status { get; set; }

    public string? JoinedDay { get; set; }

    public string? FullMemberDay { get; set; }

    public Picked? WorkUnit { get; set; }

    public string? IsKeyPost { get; set; }

    public string? Phone { get; set; }

    public string? Identity { get; set; }

    public Picked? Branch { get; set; }

    public string? BranchFrom { get; set; }

    public int Version { get; set; }

    public static PersonForm Of(PersonView view) => new()
    {
        Name = view.Person.Name,
        StaffCode = view.Person.StaffCode,
        Gender = PartyWords.Of(view.Person.Gender),
        BirthMonth = DayText.WriteMonth(view.Person.BirthMonth),
        Status = PartyWords.Of(view.Person.Status),
        JoinedDay = DayText.Write(view.Person.JoinedDay),
        FullMemberDay = DayText.Write(view.Person.FullMemberDay),
        WorkUnit = Picked.Of(view.Person.WorkUnitCode),
        IsKeyPost = view.Person.IsKeyPost ? "yes" : "no",
        Version = view.Version,
    };

    public PersonValues ToValues() => new(
        Trim(Name), Trim(StaffCode), Trim(Gender), Trim(BirthMonth), Trim(Status), Trim(JoinedDay), Trim(FullMemberDay), WorkUnit?.Value ?? "", IsKeyPost == "yes", Number(Phone), Number(Identity));

    internal static string Trim(string? text) => text?.Trim() ?? "";

    private static string? Number(string? text) => Trim(text) switch
    {
        "" => null,
        Clear => "",
        var number => number,
    };
}
