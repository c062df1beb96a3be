namespace Yipanqi.Web.Access;

/// <summary>A key that protects cookies and forms, shared by all nodes of the deployment. A local row.</summary>
public sealed class DataProtectionKey
{
    public Guid Id { get; set; }

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";
}
