namespace Yipanqi.Tool;

/// <summary>Opens a file that the user named, or says why it cannot be opened.</summary>
internal static class InputFile
{
    /// <summary>Opens a file for reading from its beginning to its end.</summary>
    /// <exception cref="InputRefusedException">There is no such file, or it may not be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputRefusedException($"{path}: the file cannot be opened ({exception.Message.TrimEnd('.')}); check the path and your right to read it.");
        }
    }
}
