/// One repository for each aggregate.
extension ExpoStore {
    package var expo: ExpoRepository { ExpoRepository(database: database) }
    package var enterprises: EnterpriseRepository { EnterpriseRepository(database: database) }
    package var programmes: ProgrammeRepository { ProgrammeRepository(database: database) }
    package var requests: RequestRepository { RequestRepository(database: database) }
    package var preferences: PreferenceRepository { PreferenceRepository(database: database) }
    package var delegations: DelegationRepository { DelegationRepository(database: database) }
    package var uploads: UploadRepository { UploadRepository(database: database) }
    package var registrations: RegistrationRepository { RegistrationRepository(database: database) }
    package var profiles: ProfileRepository { ProfileRepository(database: database) }
    package var personalData: PersonalDataRepository { PersonalDataRepository(database: database) }
    package var images: ImageRepository { ImageRepository(database: database) }
    package var matches: MatchRepository { MatchRepository(database: database) }
    package var statistics: StatisticsRepository { StatisticsRepository(database: database) }
    package var auditLog: AuditLogRepository { AuditLogRepository(database: database) }
    package var vectors: VectorRepository { VectorRepository(database: database) }
    package var searchIndex: SearchIndexRepository { SearchIndexRepository(database: database) }
    package var imports: ImportRepository { ImportRepository(database: database) }
    package var publications: PublicationRepository {
        PublicationRepository(database: database, sightings: noted)
    }
    package var names: NameRepository { NameRepository(database: database, memory: nameMemory) }
    package var sightings: SightingRepository { SightingRepository(database: database, sightings: noted) }
    package var accounts: AccountRepository { AccountRepository(database: database) }
    package var secondFactors: SecondFactorRepository { SecondFactorRepository(database: database) }
    package var signIns: SignInRepository { SignInRepository(database: database, sightings: noted) }
    package var knownDevices: KnownDeviceRepository { KnownDeviceRepository(database: database) }
    package var accessTokens: AccessTokenRepository {
        AccessTokenRepository(database: database, sightings: noted)
    }
    package var outbox: OutboxRepository { OutboxRepository(database: database) }
    package var idempotentAnswers: IdempotentAnswerRepository {
        IdempotentAnswerRepository(database: database)
    }
    package var sealingKey: SealingKeyRepository { SealingKeyRepository(database: database) }
    package var throttles: ThrottleRepository { ThrottleRepository(database: database) }
    package var jobs: JobRepository { JobRepository(database: database) }
    package var leases: LeaseRepository { LeaseRepository(database: database) }
}
