namespace Yipanqi.Web.Modules.Evidence;

/// <summary>A file as a person hands it in.</summary>
public sealed record GivenFile(string Name, byte[] Content)
{
    /// <summary>The file of a form's field; null where none was chosen. One byte more than may be kept is read, so that too large a file is known.</summary>
    public static async Task<GivenFile?> FromAsync(IFormFileCollection files, string field, CancellationToken cancellation) =>
        files.GetFile(field) is { Length: > 0 } file ? await ReadAsync(file, cancellation) : null;

    /// <summary>The files of a form's field, up to one more than may be handed in at once.</summary>
    public static async Task<IReadOnlyList<GivenFile>> AllFromAsync(IFormFileCollection files, string field, CancellationToken cancellation)
    {
        var read = new List<GivenFile>();
        foreach (var file in files.GetFiles(field).Where(f => f.Length > 0).Take(EvidenceRules.MostFiles + 1))
        {
            read.Add(await ReadAsync(file, cancellation));
        }

        return read;
    }

    private static async Task<GivenFile> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        var content = new byte[(int)Math.Min(file.Length, EvidenceRules.MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return new GivenFile(Path.GetFileName(file.FileName), content);
    }
}
