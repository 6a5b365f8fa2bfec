package tombolo.accounts;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import tombolo.vault.Viewer;

/** A request that comes from somebody who is signed in; for Spring Security, which asks for it in its own words. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;

    SignedIn(SignIn signIn) {
        super(List.of());
        this.signIn = signIn;
        setAuthenticated(true);
    }

    SignIn signIn() {
        return signIn;
    }

    @Override
    public Viewer getPrincipal() {
        return signIn.viewer();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** Never a name: this may be printed. */
    @Override
    public String getName() {
        return signIn.viewer().account().toString();
    }
}
