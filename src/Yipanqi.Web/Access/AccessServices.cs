using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Yipanqi.Web.Access.WorkingDays;
using Yipanqi.Web.Database;
using Yipanqi.Web.Shell.Frame;

namespace Yipanqi.Web.Access;

/// <summary>Accounts, sign-in, sessions and permissions.</summary>
public static class AccessServices
{
    /// <summary>PBKDF2-HMAC-SHA-512 rounds; ASVS appendix C asks for at least 210,000.</summary>
    private const int HashRounds = 210_000;

    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);

    public static IServiceCollection AddAccess(this IServiceCollection services, string dataFolder, bool https)
    {
        services.AddMemoryCache();
        services.AddSingleton(new SetupSecret(dataFolder));
        services.AddSingleton<SignInQueue>();
        services.AddSingleton<ActorQuery>();
        services.AddSingleton<DomainQuery>();
        services.AddSingleton<GuessLimits>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<SignIn>();
        services.AddSingleton<SignOut>();
        services.AddScoped<SetUp>();
        services.AddScoped<ChangeSecret>();
        services.AddSingleton<SetSecretAge>();
        services.AddSingleton<SecretSlip>();
        services.AddSingleton<MyPostsQuery>();
        services.AddSingleton<PostsQuery>();
        services.AddSingleton<WhyQuery>();
        services.AddAccounts();
        services.AddSingleton<UnitChoices>();
        services.AddSingleton<IPersonPlaces, PostPlaces>();
        services.AddSingleton<PeopleScope>();
        services.AddSingleton<PersonChoices>();
        services.AddSingleton<WaitingCounts>();
        services.AddSingleton<FirstStepsQuery>();
        services.AddScoped<IFrameSource, AccessFrame>();
        services.AddWorkingDays();
        services.AddIdentity(https);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => (o.XmlRepository, o.AutoGenerateKeys) = (new KeyStore(provider.GetRequiredService<UnitOfWork>()), false)));
        services.AddDataProtection().SetApplicationName("yipanqi");
        services.AddSingleton<KeyKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyKeeper>());
        return services;
    }

    private static void AddIdentity(this IServiceCollection services, bool https)
    {
        services.AddIdentityCore<Account>(o =>
        {
            o.Password = new PasswordOptions { RequiredLength = SecretRules.MinLength, RequireDigit = true, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            o.Lockout.MaxFailedAccessAttempts = 5;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            o.User.AllowedUserNameCharacters = "";
        });
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashRounds);

        // Its own context without tenant: Identity's store reads and writes the account tables alone.
        services.AddScoped<IUserStore<Account>>(provider =>
            new UserOnlyStore<Account, YipanqiDb, Guid>(new YipanqiDb(provider.GetRequiredService<DbContextOptions<YipanqiDb>>(), UnitOfWork.NoTenant)));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = https ? "__Host-yipanqi" : "yipanqi";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = IdleLimit;
            o.SlidingExpiration = true;
            o.LoginPath = "/sign-in";
            o.AccessDeniedPath = "/denied";
            o.ReturnUrlParameter = "returnUrl";
        });
    }
}
