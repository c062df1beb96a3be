namespace Yipanqi.Web.Modules.Evidence;

/// <summary>A file as a person hands it in.</summary>
public sealed record GivenFile(string Name, byte[] Content)
{
    /// <summary>The file of a form's field; null where none was chosen. One byte more than may be kept is read, so that too large a file is known.</summary>
    public static async Task<GivenFile?> FromAsync(IFormFileCollection files, string field, CancellationToken cancellation)
    {
        if (files.GetFile(field) is not { Length: > 0 } file)
        {
            return null;
        }

        var content = new byte[(int)Math.Min(file.Length, EvidenceRules.MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return new GivenFile(Path.GetFileName(file.FileName), content);
    }
}
