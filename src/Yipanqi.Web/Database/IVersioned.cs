namespace Yipanqi.Web.Database;

/// <summary>A row that two people may edit: the second of two concurrent saves loses and is told so.</summary>
public interface IVersioned
{
    int Version { get; }
}
