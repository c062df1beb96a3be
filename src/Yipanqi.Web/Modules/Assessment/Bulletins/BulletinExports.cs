using Yipanqi.Web.Access;
using Yipanqi.Web.Files.Letters;
using Yipanqi.Web.Modules.Assessment.Pages;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>A bulletin as a Word file: the letter of its page.</summary>
public static class BulletinExports
{
    public static void MapBulletins(this IEndpointRouteBuilder routes) => routes.MapGet(AssessmentLinks.Bulletins + "/{id:guid}/word", WordAsync);

    [Needs(Permission.ViewAssessment)]
    private static async Task<IResult> WordAsync(HttpContext http, BulletinsQuery bulletins, Guid id, CancellationToken cancellation)
    {
        if (await bulletins.OneAsync(http.Actor(), id, cancellation) is not { Letter: { } letter } view)
        {
            return Results.NotFound();
        }

        var name = view.Line.State == BulletinState.Draft ? $"{letter.Title}（草稿）" : letter.Title;
        return Results.File(LetterFile.Write(letter), LetterFile.ContentType, name + ".docx");
    }
}
